import type { TreeState } from '../../desk/files/model';
import type { DeskPort } from '../../desk/port';
import type { Attachment } from '../../scene/scene';
import * as events from './events';
import { bindersOf, sheetsOf, type EntryFields, type Letter, type PostState } from './state';
import { firstLine } from './words';

const OPEN_WORDS: Readonly<Record<Letter['nature'], string>> = {
  letter: 'Ouvrir l’enveloppe',
  registered: 'Ouvrir l’enveloppe',
  parcel: 'Ouvrir le colis',
  leaflet: 'Ouvrir le prospectus',
  periodical: 'Ouvrir le périodique'
};

/** Words of the button that opens this piece of post. */
export const openWords = (letter: Letter): string => OPEN_WORDS[letter.nature];

/** Opens it; asks first when its envelope bears a mention. True once it is open. */
export async function openLetter(desk: DeskPort, letter: Letter): Promise<boolean> {
  const { mention, addressee } = letter.envelope;
  if (mention) {
    const to = firstLine(addressee);
    const yes = await desk.shell.confirm({
      title: `Ouvrir ce pli «\u00a0${mention}\u00a0»\u00a0?`,
      body: `${to ? `Il est adressé à ${to}. ` : ''}Une fois ouvert, il ne peut plus être refermé.`,
      confirm: openWords(letter),
      danger: true
    });
    if (!yes) return false;
  }
  desk.record(events.letterOpened({ letter: letter.id }));
  return true;
}

/** Throws it away, once confirmed. True once it is in the bin. */
export async function throwAway(desk: DeskPort, letter: Letter): Promise<boolean> {
  const yes = await desk.shell.confirm({
    title: 'Jeter ce pli\u00a0?',
    body: 'Il reste dans la liste, parmi les plis traités\u00a0: vous pourrez le reprendre.',
    confirm: 'Jeter',
    danger: true
  });
  if (yes) desk.record(events.letterThrown({ letter: letter.id }));
  return yes;
}

/** Makes a file of the tree out of a sheet of the letter, and says so. */
export function scanLetter(
  desk: DeskPort,
  letter: Letter,
  document: Attachment,
  name: string,
  folder: string | null
): void {
  const { kind, mediaType, size, blob, content } = document;
  const file = desk.files.create({
    name,
    folder,
    kind,
    mediaType,
    size,
    ...(blob && { blob }),
    ...(content !== undefined && { content })
  });
  desk.record(events.letterScanned({ letter: letter.id, file, name, folder }));
  desk.shell.notify({
    title: 'Document numérisé',
    body: `«\u00a0${name}\u00a0» est dans vos fichiers.`,
    tone: 'ok'
  });
}

/** What a sheet of the letter is called: its file's name would be the author's, and say too much or too little. */
export const sheetLabel = (letter: Letter, index: number): string =>
  sheetsOf(letter).length === 1 ? 'Contenu' : `Document ${index + 1}`;

/** What the scanner may take: the envelope when it can be copied, its sheets once it is open. */
export function scannable(letter: Letter): readonly { label: string; document: Attachment }[] {
  const { scan } = letter.envelope;
  return [
    ...sheetsOf(letter).map((document, index) => ({ label: sheetLabel(letter, index), document })),
    ...(scan ? [{ label: 'L’enveloppe', document: scan }] : [])
  ];
}

/** Binders offered: those used so far, then the folders of the firm's filing plan. */
export const offeredBinders = (post: PostState, tree: TreeState): readonly string[] => [
  ...new Set([...bindersOf(post), ...Object.values(tree.folders).map(({ name }) => name)])
];

/** A line about a letter: the registers of the day take it under its next number. */
export const registerLetter = (desk: DeskPort, letter: Letter, fields: EntryFields): void =>
  desk.record(
    events.entryMade({ entry: desk.newId('entry'), direction: 'arrival', letter: letter.id, ...fields })
  );
