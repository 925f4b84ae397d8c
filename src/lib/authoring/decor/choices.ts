import type { Draft } from '../document/draft.svelte';
import { listIn, mapIn, textIn, valueAt } from '../document/loose';
import { articlesOf, calendarsOf, customersOf, foldersOf, salesOf } from '../forms/decor-options';
import { summaryOf } from '../forms/event-summary';
import { peopleOf, piecesOf, type Option } from '../forms/form-at';
import { referentialVersions } from '../../referential/catalogue';

/** Folders that every mailbox has. */
const MAILBOX = ['Envoyés', 'Brouillons', 'Corbeille'];

const asOption = (value: string): Option => ({ value, label: value });
const endingWith =
  (...endings: readonly string[]) =>
  (draft: Draft) =>
    piecesOf(draft).filter(({ value }) => endings.some((ending) => value.toLowerCase().endsWith(ending)));

/** Files of the desk under the name that the candidate sees. */
export const filesOf = (draft: Draft): readonly Option[] =>
  listIn(valueAt(draft.source, ['decor', 'fichiers'])).map((file) => {
    const { id, nom, piece } = mapIn(file);
    return { value: textIn(id), label: textIn(nom) || textIn(piece) || textIn(id) };
  });

const SOURCES = {
  people: peopleOf,
  mailboxes: (draft: Draft) => [{ value: 'poste', label: 'Le poste du candidat' }, ...peopleOf(draft)],
  pieces: piecesOf,
  images: endingWith('.png', '.jpg', '.jpeg'),
  readable: endingWith('.pdf', '.png', '.jpg', '.jpeg', '.docx', '.xlsx'),
  folders: foldersOf,
  files: filesOf,
  'mail-folders': (draft: Draft) =>
    [...listIn(valueAt(draft.source, ['decor', 'courrier', 'dossiers'])).map(textIn), ...MAILBOX].map(
      asOption
    ),
  calendars: calendarsOf,
  customers: customersOf,
  articles: articlesOf,
  sales: salesOf,
  events: (draft: Draft) =>
    listIn(draft.source?.['deroule']).map((event, at) => {
      const { id, title, when } = summaryOf(draft, event, at);
      return { value: id, label: [when, title].filter(Boolean).join(' · ') };
    }),
  referentials: () =>
    referentialVersions.map(({ id, title, millesime }): Option => ({
      value: id,
      label: `${title.name}, ${millesime}`
    }))
} as const satisfies Readonly<Record<string, (draft: Draft) => readonly Option[]>>;

/** The things of a scenario that others name. */
export type ChoiceSource = keyof typeof SOURCES;

/** What a field offers. */
export const choicesOf = (draft: Draft, from: ChoiceSource | readonly Option[] = []): readonly Option[] =>
  typeof from === 'string' ? SOURCES[from](draft) : from;
