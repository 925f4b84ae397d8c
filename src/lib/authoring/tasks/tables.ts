import type { z } from 'zod';
import type { productionKind } from '../../scenario/format-script';
import { field } from '../decor/fields';
import type { Table } from '../decor/part';

/** Kinds of deliverables in French. */
export const PRODUCTION_WORDS = {
  texte: 'Document de traitement de texte',
  tableur: 'Classeur de tableur',
  courriel: 'Courriel',
  agenda: 'Rendez-vous',
  commande: 'Pièce commerciale',
  message: 'Fiche de message',
  fichier: 'Autre fichier'
} as const satisfies Record<z.infer<typeof productionKind>, string>;

/** Keys of a task in the order of the format. */
export const TASK_KEYS = [
  ...['id', 'titre', 'consigne', 'echeance', 'productions', 'donnee_par', 'montants', 'reponse', 'attendus']
] as const;

/** The works of the subject. */
export const tasks: Table = {
  id: 'taches',
  title: 'Travaux',
  one: 'travail',
  path: ['taches'],
  shape: 'list',
  keys: TASK_KEYS,
  called: ['titre'],
  about: ['echeance', 'donnee_par'],
  imports: null,
  empty: 'Ajoutez un premier travail\u00a0: ce qui est demandé, pour quand, et ce que le candidat remet.',
  fields: [
    field.text('titre', 'Titre', { fresh: 'Nouveau travail', needed: true, wide: true }),
    field.long('consigne', 'Consigne', {
      fresh: 'Ce qui est demandé.',
      needed: true,
      rows: 6,
      wide: true,
      hint: '**gras**, *italique*, « - » pour une liste. Le candidat la lit dans son sujet.'
    }),
    field.examTime('echeance', 'Échéance', {
      hint: 'Comptée depuis le début de l’épreuve. Vide\u00a0: la fin.'
    }),
    field.one('donnee_par', 'Donné par', {
      from: 'events',
      none: 'Dans le sujet dès le début',
      hint: 'L’événement avant lequel le candidat ne le voit pas'
    })
  ]
};

/** Under the deliverables: what only jurors read. */
export const answer = [
  field.long('reponse', 'Réponse attendue, pour les jurés', {
    rows: 5,
    wide: true,
    hint: 'Le candidat ne la voit jamais.'
  })
] as const;

/** What a work has the candidate hand in; their path is under it. */
export const productions: Table = {
  id: 'productions',
  title: 'Productions',
  one: 'production',
  feminine: true,
  path: ['productions'],
  shape: 'list',
  called: ['titre'],
  imports: null,
  empty: 'Un travail a au moins une production.',
  fields: [
    field.text('titre', 'Titre', { fresh: 'Document à remettre', needed: true }),
    field.one('type', 'Nature', {
      from: Object.entries(PRODUCTION_WORDS).map(([value, label]) => ({ value, label })),
      fresh: 'texte',
      needed: true
    })
  ]
};

/** The amounts that a good answer has. */
export const AMOUNT_FIELDS = [
  field.money('ht', 'HT', { needed: true }),
  field.money('tva', 'TVA', { needed: true }),
  field.money('total', 'TTC', { needed: true })
] as const;
