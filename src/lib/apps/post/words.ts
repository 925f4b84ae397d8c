import { formatClock, formatDate } from '../../kernel/format-fr';
import { parseStory, storyIso, type StoryMs } from '../../kernel/story-time';
import type { Scene } from '../../scene/scene';
import type { Direction, EntryFields, insideOf, Letter, Mode, PostState } from './state';

/** What a piece of post is, as its outside shows. */
export const NATURE_WORDS: Readonly<Record<Letter['nature'], string>> = {
  letter: 'Lettre',
  registered: 'Recommandé',
  parcel: 'Colis',
  leaflet: 'Prospectus',
  periodical: 'Périodique'
};
/** Words offered for the nature of a line; any other may be typed. */
export const NATURES: readonly string[] = [
  'Lettre',
  'Recommandé',
  'Facture',
  'Devis',
  'Candidature',
  'Colis',
  'Périodique',
  'Prospectus'
];

export const MODE_WORDS: Readonly<Record<Mode, { readonly label: string; readonly hint: string }>> = {
  green: { label: 'Lettre verte', hint: 'Sans suivi ni preuve' },
  tracked: { label: 'Lettre suivie', hint: 'Un numéro de suivi est donné' },
  registered: { label: 'Recommandé avec AR', hint: 'Preuve de dépôt et avis de réception' }
};

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  arrival: 'Arrivée',
  departure: 'Départ'
};

/** Story instant of an exam time. */
export const storyAt = (scene: Scene, examMs: number): StoryMs =>
  (parseStory(scene.storyStart) ?? 0) + examMs;
/** `08:47` */
export const clockOf = (scene: Scene, examMs: number): string => formatClock(storyAt(scene, examMs));
/** `2026-03-17` */
export const dayOf = (scene: Scene, examMs: number): string => storyIso(storyAt(scene, examMs)).slice(0, 10);
/** What the date stamp prints: `17 mars 2026`. */
export const stampDate = (scene: Scene, examMs: number): string => formatDate(storyAt(scene, examMs));
/** `17/03/2026` of a day of the register. */
export const shortDay = (day: string): string => day.split('-').toReversed().join('/');

/** Lines of an address, written under each other or after each other (`Étude Pineau, notaires, 3, place X, 49100 ANGERS`). */
export const addressLines = (text: string): readonly string[] =>
  text
    .split(text.includes('\n') ? '\n' : /,\s+(?=\d)/)
    .map((line) => line.trim())
    .filter(Boolean);
/** Who, without the address. */
export const firstLine = (text: string): string => addressLines(text)[0] ?? '';

/** What the list calls a letter: who sent it, or what is seen of it. */
export const letterTitle = (letter: Letter): string =>
  firstLine(letter.envelope.sender) || `${NATURE_WORDS[letter.nature]} sans expéditeur`;

/** What is said under an envelope of what is in it; empty when there is nothing to say. */
export function insideWords(
  inside: ReturnType<typeof insideOf>,
  at: { readonly gone: boolean; readonly readOnly: boolean; readonly reachable: boolean }
): string {
  if (inside === 'sealed')
    return at.gone || at.readOnly ? '' : 'Une fois ouvert, un pli ne peut plus être refermé.';
  if (inside === 'opening') {
    if (at.readOnly) return 'Le contenu n’a pas eu le temps de s’afficher sur le poste.';
    return at.reachable ? 'Ouverture…' : 'Le contenu s’affichera au retour du réseau.';
  }
  return inside.length === 0 ? 'Il n’y a aucun papier à l’intérieur.' : '';
}

/** Why the scanner has nothing to take. */
export function nothingToScan(inside: ReturnType<typeof insideOf>): string {
  if (inside === 'sealed') return 'Rien à numériser tant que le pli est fermé';
  return inside === 'opening' ? 'Rien à numériser tant que le contenu n’est pas affiché' : 'Rien à numériser';
}

/** Where the paper is, in a few words; `null` while it waits in the tray. */
export function placeWords(letter: Letter, scene: Scene): string | null {
  const { place } = letter;
  if (!place) return null;
  if (place.kind === 'binder') return `Classé : ${place.binder}`;
  if (place.kind === 'aside') return 'Mis de côté';
  if (place.kind === 'bin') return 'Jeté';
  const person = scene.people.find(({ id }) => id === place.to);
  return `Remis à ${person?.name ?? place.to}`;
}

/** What may be copied from the envelope, and no more. */
export function fieldsOfEnvelope(letter: Letter, day: string): EntryFields {
  return {
    day,
    sender: firstLine(letter.envelope.sender),
    addressee: firstLine(letter.envelope.addressee),
    nature: NATURE_WORDS[letter.nature],
    subject: '',
    tracking: letter.trackingNumber ?? '',
    service: ''
  };
}

/** What is known of a letter that leaves. */
export function fieldsOfSending(
  sending: PostState['sendings'][number],
  firm: string,
  day: string
): EntryFields {
  return {
    day,
    sender: firm,
    addressee: firstLine(sending.recipient),
    nature: MODE_WORDS[sending.mode].label,
    subject: '',
    tracking: sending.trackingNumber ?? '',
    service: ''
  };
}

/** The day typed as `17/03/2026` (or `7/3/26`), as `2026-03-17`; `null` when it is none. */
export function readDay(typed: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})\s*$/.exec(typed) ?? [];
  if (!day || !month || !year) return null;
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseStory(iso) === null ? null : iso;
}
