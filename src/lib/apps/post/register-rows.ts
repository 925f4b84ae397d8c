import type { Scene } from '../../scene/scene';
import {
  entriesOf,
  entryNumber,
  type Direction,
  type Entry,
  type EntryFields,
  type PostState
} from './state';
import { shortDay } from './words';

/** Heads of the register's columns, as a French office rules them. */
export const registerHeads = (direction: Direction): readonly string[] => [
  'N°',
  'Date',
  'Expéditeur',
  'Destinataire',
  'Nature',
  'Objet',
  'N° de recommandé',
  direction === 'arrival' ? 'Service ou personne' : 'Service émetteur',
  'Observations'
];

/** What the last column says: struck out, corrected. */
export function remarkOf(entry: Entry): string {
  if (entry.struck) return 'Annulée';
  const times = entry.before.length;
  return times === 0 ? '' : times === 1 ? 'Corrigée' : `Corrigée ${times} fois`;
}

/** One line as the register prints it. */
export const registerCells = (entry: Entry): readonly string[] => [
  entryNumber(entry),
  shortDay(entry.day),
  entry.sender,
  entry.addressee,
  entry.nature,
  entry.subject,
  entry.tracking,
  entry.service,
  remarkOf(entry)
];

/** A printed register: its title, its heads and its lines. */
export interface RegisterTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly struck: boolean }[];
}

/** The register of one direction, ready to be printed or saved. */
export function registerTable(scene: Scene, post: PostState, direction: Direction): RegisterTable {
  const words = direction === 'arrival' ? 'courrier à l’arrivée' : 'courrier au départ';
  return {
    title: `Registre du ${words} — ${scene.firm.name}`,
    heads: registerHeads(direction),
    rows: entriesOf(post, direction).map((entry) => ({ cells: registerCells(entry), struck: entry.struck }))
  };
}

/** What a correction replaced, column by column: `Avant, Objet : Devis`. */
export function changesOf(direction: Direction, entry: Entry, before: EntryFields): string {
  const now = registerCells(entry);
  const heads = registerHeads(direction);
  const old = registerCells({ ...entry, ...before });
  const changed = heads.flatMap((head, index) =>
    index < 8 && old[index] !== now[index] ? [`${head}\u00a0: ${old[index] || 'vide'}`] : []
  );
  return changed.length ? `Avant, ${changed.join(', ')}` : 'Sans changement';
}
