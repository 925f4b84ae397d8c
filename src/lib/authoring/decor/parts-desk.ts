import { LETTER_NATURES } from '../../scenario/format-channels';
import { field } from './fields';
import type { Part, Table } from './part';

export const folders: Table = {
  id: 'dossiers',
  title: 'Dossiers',
  one: 'dossier',
  path: ['decor', 'dossiers'],
  shape: 'list',
  called: ['nom'],
  imports: null,
  empty: 'Aucun dossier.',
  fields: [
    field.text('nom', 'Nom', { fresh: 'Nouveau dossier', needed: true }),
    field.one('parent', 'Dans', { from: 'folders', none: 'La racine' })
  ]
};

export const files: Table = {
  id: 'fichiers',
  title: 'Fichiers',
  one: 'fichier',
  path: ['decor', 'fichiers'],
  shape: 'list',
  called: ['nom', 'piece'],
  imports: null,
  empty: 'Aucun fichier.',
  fields: [
    field.piece('piece', 'Pièce', { needed: true }),
    field.text('nom', 'Nom sur le poste'),
    field.one('dossier', 'Dans', { from: 'folders', none: 'La racine' })
  ]
};

export const mails: Table = {
  id: 'messages',
  title: 'Messagerie',
  one: 'message',
  path: ['decor', 'courrier', 'messages'],
  shape: 'list',
  called: ['objet'],
  about: ['de', 'le'],
  imports: 'mail',
  empty:
    'Ajoutez les messages que le candidat trouve en arrivant, ou importez-les de votre messagerie (.eml).',
  fields: [
    field.one('de', 'De', { from: 'mailboxes', needed: true }),
    field.many('a', 'À', { from: 'mailboxes', hint: 'Vide\u00a0: le poste du candidat' }),
    field.many('cc', 'Copie', { from: 'mailboxes' }),
    field.text('objet', 'Objet', { fresh: 'Objet', needed: true, wide: true }),
    field.long('corps', 'Message', { fresh: 'Bonjour,', needed: true, rows: 10, wide: true }),
    field.instant('le', 'Reçu le', { needed: true }),
    field.one('dossier', 'Dossier', { from: 'mail-folders', none: 'Réception' }),
    field.tick('lu', 'Déjà lu'),
    field.pieces('pieces', 'Pièces jointes', { from: 'pieces', wide: true })
  ]
};

const NATURES = {
  lettre: 'Lettre',
  recommande: 'Lettre recommandée',
  colis: 'Colis',
  prospectus: 'Prospectus',
  periodique: 'Périodique'
} as const satisfies Record<(typeof LETTER_NATURES)[number], string>;

export const letters: Table = {
  id: 'plis',
  title: 'Courrier papier',
  one: 'pli',
  path: ['decor', 'plis'],
  shape: 'list',
  called: ['expediteur'],
  about: ['nature', 'mention'],
  imports: null,
  empty:
    'Ajoutez le courrier qui attend dans la bannette au début. Il faut d’abord le scan de ce que contient l’enveloppe (.pdf ou image).',
  fields: [
    field.text('expediteur', 'Expéditeur', {
      fresh: 'Expéditeur',
      needed: true,
      hint: 'Tel qu’on le lit au dos de l’enveloppe'
    }),
    field.text('destinataire', 'Destinataire', {
      fresh: 'Destinataire',
      needed: true,
      hint: 'Tel que l’adresse le dit'
    }),
    field.one('nature', 'Nature', {
      none: NATURES.lettre,
      noneIs: 'lettre',
      from: LETTER_NATURES.filter((value) => value !== 'lettre').map((value) => ({
        value,
        label: NATURES[value]
      }))
    }),
    field.text('numero', 'Numéro de recommandé', { placeholder: '1A 200 123 4567 8' }),
    field.text('mention', 'Mention', { placeholder: 'Personnel et confidentiel' }),
    field.piece('enveloppe', 'Scan de l’enveloppe', {
      from: 'images',
      none: 'Dessinée d’après l’adresse',
      wide: true
    }),
    field.pieces('contenu', 'Contenu de l’enveloppe', { from: 'readable', needed: true, wide: true })
  ]
};

export const calendars: Table = {
  id: 'calendriers',
  title: 'Agendas',
  one: 'agenda',
  path: ['decor', 'agenda', 'calendriers'],
  shape: 'list',
  called: ['salle', 'personne'],
  imports: null,
  empty: 'Ajoutez l’agenda de chaque collègue et de chaque salle.',
  fields: [
    field.one('personne', 'De cette personne', { from: 'people', none: '—', clears: ['salle', 'places'] }),
    field.text('salle', 'ou de cette salle', { clears: ['personne'], wide: true }),
    field.count('places', 'Places'),
    field.color('couleur', 'Couleur', { fresh: '#2450a6', needed: true })
  ]
};

export const appointments: Table = {
  id: 'rendez-vous',
  title: 'Rendez-vous',
  one: 'rendez-vous',
  path: ['decor', 'agenda', 'rendez_vous'],
  shape: 'list',
  called: ['titre'],
  imports: 'calendar',
  empty: 'Ajoutez les rendez-vous déjà pris, ou importez-les d’un agenda (.ics).',
  fields: [
    field.text('titre', 'Titre', { fresh: 'Rendez-vous', needed: true, wide: true }),
    field.many('calendriers', 'Agendas', { from: 'calendars', needed: true, wide: true }),
    field.instant('debut', 'Début', { needed: true }),
    field.instant('fin', 'Fin', { needed: true }),
    field.tick('journee', 'Journée entière', { folded: true }),
    field.text('lieu', 'Lieu'),
    field.long('note', 'Note', { folded: true, wide: true, rows: 2 }),
    field.tick('verrouille', 'Ne peut pas être déplacé', { folded: true })
  ]
};

/** What is on the candidate's desk before anything happens. */
export const DESK: readonly Part[] = [
  {
    id: 'fichiers',
    title: 'Dossiers et fichiers',
    group: 'Le poste du candidat',
    as: 'tree',
    tables: [folders, files],
    sheets: [],
    intro: 'Les dossiers partagés, et les documents que le candidat y trouve.'
  },
  {
    id: 'messages',
    title: 'Messagerie',
    group: 'Le poste du candidat',
    as: 'cards',
    tables: [mails],
    sheets: [
      {
        title: 'Dossiers de la messagerie',
        path: ['decor', 'courrier'],
        fields: [
          field.lines('dossiers', 'Un dossier par ligne', {
            rows: 3,
            wide: true,
            hint: 'En plus de Réception, Envoyés, Brouillons et Corbeille'
          })
        ]
      }
    ],
    intro: 'Les messages déjà reçus quand l’épreuve commence.'
  },
  {
    id: 'rendez-vous',
    title: 'Agenda',
    group: 'Le poste du candidat',
    as: 'table',
    tables: [appointments, calendars],
    sheets: [],
    needs: 'agenda',
    intro: 'Les agendas partagés des collègues et des salles.'
  },
  {
    id: 'plis',
    title: 'Courrier papier',
    group: 'Le poste du candidat',
    as: 'cards',
    tables: [letters],
    sheets: [],
    intro: 'Les plis déjà dans la bannette. Ceux qui arrivent pendant l’épreuve sont des événements.'
  }
];
