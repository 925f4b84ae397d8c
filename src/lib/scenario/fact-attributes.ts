import { DOCUMENT_KINDS } from './format-decor';
import type { FACTS } from './format-pattern';

export type FactName = (typeof FACTS)[number];

/**
 * What an attribute of a fact is, hence which names of the scenario it may take: a person (or an address or a number in
 * full), a mail of the script or the decor, a folder by its French name, an amount in euros… A list is a closed vocabulary.
 */
export type AttributeKind =
  | 'person'
  | 'extension'
  | 'mail'
  | 'call'
  | 'visit'
  | 'letter'
  | 'notice'
  | 'choice'
  | 'task'
  | 'production'
  | 'customer'
  | 'sale'
  | 'calendar'
  | 'appointment'
  | 'folder'
  | 'mail-folder'
  | 'amount'
  | 'number'
  | 'yes'
  | 'text'
  | readonly string[]
  | { readonly members: Attributes };
export interface Attributes {
  readonly [attribute: string]: AttributeKind;
}

const attachment = {
  members: { nom: 'text', type: ['text', 'sheet', 'pdf', 'image', 'audio', 'other'] }
} as const;
const MAIL = {
  courriel: 'text',
  a: 'person',
  cc: 'person',
  cci: 'person',
  destinataires: 'person',
  objet: 'text',
  corps: 'text',
  piece: attachment,
  pieces: attachment,
  reponse_a: 'mail'
} as const;
const CALL = { appel: 'call' } as const;
const VISIT = { visite: 'visit' } as const;
const LETTER = { pli: 'letter' } as const;
const MEETING = { titre: 'text', calendriers: 'calendar', debut: 'text', fin: 'text', lieu: 'text' } as const;
const SALE = {
  type: DOCUMENT_KINDS,
  numero: 'sale',
  client: 'customer',
  date: 'text',
  ht: 'amount',
  tva: 'amount',
  total: 'amount',
  source: 'sale',
  lignes: { members: { article: 'text', quantite: 'number', prix: 'amount', remise: 'amount' } }
} as const;
const FILE = { nom: 'text', dossier: 'folder' } as const;
const SHEET = { fichier: 'text', feuille: 'text' } as const;

/** The attributes that each fact has, and nothing else: a pattern that names another one can never be met. */
export const FACT_ATTRIBUTES: Readonly<Record<FactName, Attributes>> = {
  'courriel.envoye': MAIL,
  'courriel.transfere': { ...MAIL, origine: 'mail' },
  'courriel.lu': { courriel: 'mail' },
  'courriel.classe': { courriel: 'mail', dossier: 'mail-folder' },
  'courriel.signale': { courriel: 'mail' },
  'courriel.supprime': { courriel: 'mail' },
  'appel.decroche': CALL,
  'appel.choix': { ...CALL, choix: 'choice' },
  'appel.dit': { ...CALL, texte: 'text' },
  'appel.transfere': { ...CALL, poste: 'extension' },
  'appel.raccroche': CALL,
  'appel.reporte': CALL,
  'appel.passe': { appel: 'text', numero: 'person' },
  'appel.attente': CALL,
  'appel.repris': CALL,
  'appel.message_laisse': { appel: 'text', numero: 'person', texte: 'text' },
  'message.pris': { ...CALL, ...VISIT, pour: 'person', texte: 'text' },
  'discussion.envoyee': { avec: 'person', texte: 'text' },
  'discussion.choix': { avec: 'person', choix: 'choice' },
  'discussion.lue': { avec: 'person' },
  'visite.accueillie': VISIT,
  'visite.choix': { ...VISIT, choix: 'choice' },
  'visite.dit': { ...VISIT, texte: 'text' },
  'visite.attente': VISIT,
  'visite.enregistree': {
    ...VISIT,
    nom: 'text',
    organisme: 'text',
    motif: 'text',
    pour: 'person',
    badge: 'text',
    identite: 'yes',
    texte: 'text'
  },
  'visite.prevenu': { ...VISIT, pour: 'person' },
  'visite.terminee': VISIT,
  'pli.ouvert': LETTER,
  'pli.tamponne': LETTER,
  'pli.enregistre': {
    ...LETTER,
    sens: ['arrivee', 'depart'],
    numero: 'text',
    expediteur: 'text',
    destinataire: 'text',
    nature: 'text',
    objet: 'text',
    recommande: 'text',
    texte: 'text'
  },
  'pli.distribue': { ...LETTER, pour: 'person', ouvert: 'yes' },
  'pli.numerise': { ...LETTER, ...FILE },
  'pli.classe': { ...LETTER, classeur: 'text' },
  'pli.jete': LETTER,
  'pli.repris': LETTER,
  'pli.expedie': {
    nom: 'text',
    destinataire: 'text',
    mode: ['lettre verte', 'lettre suivie', 'recommandé avec AR'],
    recommande: 'text'
  },
  'annonce.lue': { annonce: 'notice' },
  'rendezvous.cree': MEETING,
  'rendezvous.modifie': MEETING,
  'rendezvous.inscrit': MEETING,
  'rendezvous.supprime': { rendezvous: 'appointment' },
  'piece.creee': SALE,
  'piece.validee': SALE,
  'piece.acceptee': SALE,
  'piece.annulee': SALE,
  'piece.imprimee': SALE,
  'note.client': { client: 'customer', texte: 'text' },
  'document.remis': { tache: 'task', production: 'production', nom: 'text' },
  'fichier.cree': FILE,
  'fichier.range': FILE,
  'fichier.present': FILE,
  'document.modifie': { fichier: 'text', nom: 'text', mots: 'number' },
  'tableur.cellule_modifiee': { ...SHEET, cellule: 'text', valeur: 'text', formule: 'yes' },
  'tableur.plage_modifiee': { ...SHEET, cellules: 'number' },
  'tableur.mise_en_forme': { ...SHEET, format: 'text', gras: 'yes' },
  'tableur.graphique': {
    ...SHEET,
    type: ['histogramme', 'barres', 'courbe', 'secteurs'],
    plage: 'text',
    titre: 'text'
  }
};

/** The attributes of a fact; `null` for a fact that does not exist. */
export const attributesOf = (fact: string): Attributes | null =>
  (FACT_ATTRIBUTES as Readonly<Record<string, Attributes>>)[fact] ?? null;

const isMembers = (kind: AttributeKind): kind is { readonly members: Attributes } =>
  typeof kind === 'object' && 'members' in kind;
const amountsIn = (attributes: Attributes): readonly string[] =>
  Object.entries(attributes).flatMap(([name, kind]) =>
    isMembers(kind) ? amountsIn(kind.members) : kind === 'amount' ? [name] : []
  );

/** Attributes that are amounts: written in euros, told in integer cents. */
export const MONEY_ATTRIBUTES: ReadonlySet<string> = new Set(
  Object.values(FACT_ATTRIBUTES).flatMap(amountsIn)
);
