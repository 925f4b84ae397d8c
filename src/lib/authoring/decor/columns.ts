import type { Path } from '../document/yaml-edit';

/** A column of a table of the decor. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'lines' | 'person' | 'calendars';
  /** Headings under which an author’s own table has it, without case or accents. */
  readonly heads: readonly string[];
  /** What a new or imported row has when nothing is said. */
  readonly fresh?: string | number;
  readonly wide?: true;
}

/** A table of the decor: where it is written, and what its rows have. */
export interface Table {
  readonly id: string;
  readonly title: string;
  /** What one row is, in French. */
  readonly one: string;
  readonly path: Path;
  /** People are a map by identifier; the others are lists whose rows carry their `id`. */
  readonly shape: 'map' | 'list';
  readonly columns: readonly Column[];
  readonly imports: 'table' | 'calendar' | 'mail' | null;
}

const text = (key: string, label: string, ...heads: readonly string[]): Column => ({
  key,
  label,
  kind: 'text',
  heads
});

export const TABLES: readonly Table[] = [
  {
    id: 'personnes',
    title: 'Personnes',
    one: 'personne',
    path: ['personnes'],
    shape: 'map',
    imports: 'table',
    columns: [
      { ...text('nom', 'Nom', 'nom', 'nom et prenom'), fresh: 'Nouvelle personne' },
      { ...text('fonction', 'Fonction', 'fonction', 'poste occupe', 'qualite'), fresh: 'Fonction' },
      text('organisation', 'Organisation', 'organisation', 'entreprise', 'societe'),
      { ...text('courriel', 'Courriel', 'courriel', 'email', 'e-mail', 'mail', 'adresse mail'), wide: true },
      text('tel', 'Téléphone', 'tel', 'telephone'),
      text('poste', 'Poste', 'poste', 'numero de poste')
    ]
  },
  {
    id: 'messages',
    title: 'Messagerie',
    one: 'message déjà reçu',
    path: ['decor', 'courrier', 'messages'],
    shape: 'list',
    imports: 'mail',
    columns: [
      { key: 'de', label: 'De', kind: 'person', heads: [] },
      { ...text('objet', 'Objet'), fresh: 'Objet' },
      { ...text('corps', 'Message'), fresh: 'Bonjour,', wide: true },
      text('le', 'Reçu le'),
      text('dossier', 'Dossier')
    ]
  },
  {
    id: 'rendez-vous',
    title: 'Agenda',
    one: 'rendez-vous',
    path: ['decor', 'agenda', 'rendez_vous'],
    shape: 'list',
    imports: 'calendar',
    columns: [
      { ...text('titre', 'Titre'), fresh: 'Rendez-vous', wide: true },
      { key: 'calendriers', label: 'Agendas', kind: 'calendars', heads: [] },
      text('debut', 'Début'),
      text('fin', 'Fin'),
      text('lieu', 'Lieu')
    ]
  },
  {
    id: 'clients',
    title: 'Clients',
    one: 'client',
    path: ['decor', 'commandes', 'clients'],
    shape: 'list',
    imports: 'table',
    columns: [
      { ...text('numero', 'Numéro', 'numero', 'n°', 'code', 'code client'), fresh: 'C-0000' },
      { ...text('nom', 'Nom', 'nom', 'client', 'raison sociale'), fresh: 'Nouveau client' },
      { key: 'adresse', label: 'Adresse', kind: 'lines', heads: ['adresse'], fresh: 'Adresse', wide: true },
      text('courriel', 'Courriel', 'courriel', 'email', 'e-mail', 'mail'),
      text('tel', 'Téléphone', 'tel', 'telephone'),
      { ...text('reglement', 'Règlement', 'reglement', 'conditions'), fresh: '30 jours net' },
      { key: 'remise', label: 'Remise %', kind: 'number', heads: ['remise', 'remise %'] }
    ]
  },
  {
    id: 'articles',
    title: 'Catalogue',
    one: 'article',
    path: ['decor', 'commandes', 'articles'],
    shape: 'list',
    imports: 'table',
    columns: [
      { ...text('reference', 'Référence', 'reference', 'ref', 'code', 'code article'), fresh: 'REF' },
      {
        ...text('designation', 'Désignation', 'designation', 'libelle', 'article'),
        fresh: 'Nouvel article',
        wide: true
      },
      { ...text('unite', 'Unité', 'unite'), fresh: 'pièce' },
      {
        key: 'prix',
        label: 'Prix HT',
        kind: 'number',
        heads: ['prix', 'prix ht', 'prix unitaire', 'prix unitaire ht', 'pu ht', 'tarif'],
        fresh: 0
      },
      {
        key: 'tva',
        label: 'TVA %',
        kind: 'number',
        heads: ['tva', 'tva %', 'taux de tva', 'taux tva'],
        fresh: 20
      },
      {
        key: 'stock',
        label: 'Stock',
        kind: 'number',
        heads: ['stock', 'quantite', 'quantite en stock'],
        fresh: 0
      }
    ]
  }
];
