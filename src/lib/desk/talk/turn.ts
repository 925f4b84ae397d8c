import { formatClock } from '../../kernel/format-fr';
import { parseStory } from '../../kernel/story-time';
import type { Scene } from '../../scene/scene';

/** One thing heard or done during a conversation, by telephone or face to face, in order. */
export interface Turn {
  /** The other person, the candidate, or a line that says what was done. */
  readonly who: 'caller' | 'me' | 'note';
  readonly text: string;
  /** URL of the speech. */
  readonly audio?: string;
  readonly lang: 'fr' | 'en';
  /** Exam time. */
  readonly atMs: number;
}

/** An answer ready to be said; `k` is its number, without meaning. */
export interface Choice {
  readonly k: number;
  readonly label: string;
}

/** A conversation with one more turn, in French unless said otherwise. */
export const withTurn = <T extends { readonly turns: readonly Turn[] }>(
  talk: T,
  turn: Omit<Turn, 'lang'> & { readonly lang?: 'fr' | 'en' }
): T => {
  const said: Turn = { lang: 'fr', ...turn };
  return { ...talk, turns: [...talk.turns, said] };
};

/** What was exchanged as lines of text, for a file of the archive. */
export const exchangeText = (turns: readonly Turn[], name: string): string =>
  turns
    .map(({ who, text }) => `${who === 'me' ? 'Candidat' : who === 'caller' ? name : 'Note'}\u00a0: ${text}`)
    .join('\n');

/** Story clock of an exam instant: `08:42`. */
export const clockOf = (scene: Scene, examMs: number): string =>
  formatClock((parseStory(scene.storyStart) ?? 0) + examMs);
