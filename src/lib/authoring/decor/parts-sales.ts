import { DOCUMENT_KINDS } from '../../scenario/format-decor';
import type { Option } from '../forms/form-at';
import { field } from './fields';
import type { Part, Table } from './part';

/** Sales documents in French. */
export const KIND_WORDS = {
  devis: 'Devis',
  commande: 'Commande',
  livraison: 'Bon de livraison',
  facture: 'Facture',
  avoir: 'Avoir'
} as const satisfies Record<(typeof DOCUMENT_KINDS)[number], string>;

/** States of a sales document in French. */
export const STATE_WORDS = {
  brouillon: 'Brouillon',
  valide: 'Validé',
  accepte: 'Accepté',
  livre: 'Livré',
  facture: 'Facturé',
  regle: 'Réglé',
  annule: 'Annulé'
} as const;

const options = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const customers: Table = {
  id: 'clients',
  title: 'Clients',
  one: 'client',
  path: ['decor', 'commandes', 'clients'],
  shape: 'list',
  called: ['nom'],
  imports: 'table',
  unique: 'numero',
  empty: 'Ajoutez un client, ou importez votre fichier de clients.',
  fields: [
    field.text('numero', 'Numéro', { heads: ['n°', 'code', 'code client'], fresh: 'C-0000', needed: true }),
    field.text('nom', 'Nom', {
      heads: ['client', 'raison sociale'],
      fresh: 'Nouveau client',
      needed: true,
      wide: true
    }),
    field.text('contact', 'Contact', { heads: ['interlocuteur'], folded: true }),
    field.lines('adresse', 'Adresse', { fresh: 'Adresse', needed: true, wide: true }),
    field.email('courriel', 'Courriel', { heads: ['email', 'e-mail', 'mail'], folded: true }),
    field.phone('tel', 'Téléphone', { heads: ['tel', 'tel.'] }),
    field.text('reglement', 'Règlement', {
      heads: ['conditions', 'mode de reglement'],
      fresh: '30 jours net',
      needed: true
    }),
    field.percent('remise', 'Remise %', { heads: ['remise', 'taux de remise'] })
  ]
};

export const articles: Table = {
  id: 'articles',
  title: 'Catalogue et stock',
  one: 'article',
  path: ['decor', 'commandes', 'articles'],
  shape: 'list',
  called: ['designation'],
  imports: 'table',
  unique: 'reference',
  empty: 'Ajoutez un article, ou importez votre tarif.',
  fields: [
    field.text('reference', 'Référence', {
      heads: ['ref', 'code', 'code article'],
      fresh: 'REF',
      needed: true
    }),
    field.text('designation', 'Désignation', {
      heads: ['libelle', 'article'],
      fresh: 'Nouvel article',
      needed: true,
      wide: true
    }),
    field.text('unite', 'Unité', { fresh: 'pièce', needed: true }),
    field.money('prix', 'Prix HT', {
      heads: ['prix', 'prix unitaire', 'prix unitaire ht', 'pu ht', 'tarif'],
      fresh: 0,
      needed: true
    }),
    field.percent('tva', 'TVA %', { heads: ['tva', 'taux de tva', 'taux tva'], fresh: 20, needed: true }),
    field.count('stock', 'Stock', { heads: ['quantite', 'quantite en stock'], fresh: 0, needed: true })
  ]
};

export const sales: Table = {
  id: 'documents',
  title: 'Pièces commerciales',
  one: 'pièce',
  feminine: true,
  path: ['decor', 'commandes', 'documents'],
  shape: 'list',
  called: ['numero'],
  about: ['type', 'client'],
  imports: 'orders',
  unique: 'numero',
  empty: 'Ajoutez les devis, commandes, livraisons et factures déjà établis, ou importez-les d’un tableau.',
  fields: [
    field.one('type', 'Type', { from: options(KIND_WORDS), fresh: 'commande', needed: true }),
    field.text('numero', 'Numéro', { fresh: 'CO-0001', needed: true }),
    field.one('client', 'Client', { from: 'customers', needed: true }),
    field.day('date', 'Date', { needed: true }),
    field.one('etat', 'État', { from: options(STATE_WORDS), fresh: 'valide', needed: true }),
    field.one('origine', 'Établie d’après', { from: 'sales', none: 'Aucune autre pièce' }),
    field.long('note', 'Note', { rows: 2, wide: true })
  ]
};

/** Lines of a sales document, or of an expected amount; their path is under it. */
export const saleLines: Table = {
  id: 'lignes',
  title: 'Lignes',
  one: 'ligne',
  feminine: true,
  path: ['lignes'],
  shape: 'plain',
  called: ['designation', 'article'],
  imports: null,
  empty: 'Ajoutez une ligne.',
  fields: [
    field.one('article', 'Article', { from: 'articles', none: 'Hors catalogue', wide: true }),
    field.text('designation', 'Désignation', { placeholder: 'celle de l’article', wide: true }),
    field.count('quantite', 'Quantité', { fresh: 1, needed: true }),
    field.money('prix', 'Prix HT', { placeholder: 'du tarif' }),
    field.percent('remise', 'Remise %'),
    field.percent('tva', 'TVA %', { placeholder: 'du tarif' })
  ]
};

export const notes: Table = {
  id: 'notes',
  title: 'Notes des fiches clients',
  one: 'note',
  feminine: true,
  path: ['decor', 'commandes', 'notes'],
  shape: 'list',
  called: ['texte'],
  imports: null,
  empty: 'Ajoutez ce que les collègues ont déjà noté dans la fiche d’un client.',
  fields: [
    field.one('client', 'Client', { from: 'customers', needed: true }),
    field.instant('le', 'Écrite le', { needed: true }),
    field.text('auteur', 'Par', { fresh: 'Le secrétariat', needed: true }),
    field.long('texte', 'Note', { fresh: 'Note', needed: true, wide: true, rows: 2 })
  ]
};

const NUMBERS = 'derniers_numeros';
const part = (part: Omit<Part, 'group' | 'needs' | 'sheets'> & Partial<Pick<Part, 'sheets'>>): Part => ({
  group: 'La gestion commerciale',
  needs: 'commandes',
  sheets: [],
  ...part
});

/** The order screen. */
export const SALES: readonly Part[] = [
  part({ id: 'clients', title: 'Clients', as: 'table', tables: [customers], intro: 'Les fiches clients.' }),
  part({
    id: 'articles',
    title: 'Catalogue et stock',
    as: 'table',
    tables: [articles],
    intro: 'Ce que vend l’entreprise, à quel prix, et ce qu’il en reste.'
  }),
  part({
    id: 'documents',
    title: 'Pièces commerciales',
    as: 'cards',
    tables: [sales],
    sheets: [
      {
        title: 'Derniers numéros attribués',
        path: ['decor', 'commandes', NUMBERS],
        fields: DOCUMENT_KINDS.map((kind) => field.text(kind, KIND_WORDS[kind], { needed: true }))
      }
    ],
    intro:
      'Devis, commandes, bons de livraison, factures et avoirs déjà établis. Une facture payée est à l’état « Réglé ».'
  }),
  part({
    id: 'notes',
    title: 'Notes des fiches clients',
    as: 'table',
    tables: [notes],
    intro: 'Ce que les collègues ont noté avant l’épreuve.'
  })
];
