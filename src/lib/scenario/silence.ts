import { durationMs } from './compile-values';
import type { LineContent } from './compiled';
import type { SilenceSource } from './format-channels';

/** How somebody who hears nothing more behaves. */
export interface Silence {
  /** Wait, once a line is heard, before asking again; half of it afterwards before giving up. In ms. */
  patienceMs(line: LineContent): number;
  /** What is said to ask again. */
  words(lang: 'fr' | 'en'): string;
}

/** Time to hear some words, in ms: slow speech, and a moment to understand. */
export const hearingMs = (words: string): number => 2000 + 60 * words.length;

const MINUTE = 60_000;
/** On the telephone people say something within a minute, even when they look for it; they type it here. */
const ON_THE_LINE_MS = MINUTE;
/** The time to write a message slip while the caller dictates it; and of somebody who stands at the desk. */
const WRITING_MS = 3 * MINUTE;

const WORDS = {
  call: { fr: 'Allô ? Vous m’entendez ?', en: 'Hello? Can you hear me?' },
  visit: { fr: 'Excusez-moi… Vous m’entendez ?', en: 'Excuse me… Can you hear me?' }
} as const;

/** How long a caller or a visitor bears silence, and their words: the author's, or those of everybody. */
export function silenceOf(source: SilenceSource | undefined, channel: keyof typeof WORDS): Silence {
  const written = source?.apres === undefined ? null : durationMs(source.apres);
  return {
    patienceMs: ({ slip }) => written ?? (slip || channel === 'visit' ? WRITING_MS : ON_THE_LINE_MS),
    words: (lang) => source?.dit ?? WORDS[channel][lang]
  };
}
