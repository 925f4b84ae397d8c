import { formatDuration } from '../../kernel/format-fr';
import type { Receipt } from './model';

const NBSP = '\u00a0';

/** Whether a production came in time: « à l’heure », « en retard (+ 12 min) ». `deadlineMs` in exam ms. */
export function punctuality(
  { late, atMs }: Pick<Receipt, 'late' | 'atMs'>,
  deadlineMs: number | undefined
): string {
  if (!late) return 'à l’heure';
  const past = atMs - (deadlineMs ?? atMs);
  return past < 1_000 ? 'en retard' : `en retard (+${NBSP}${formatDuration(past)})`;
}

/** What became of a deliverable that was not handed in by its deadline. `hour` is the deadline on the story's clock. */
export const keptWords = (hour: string, files: number): string =>
  files > 0
    ? `Échéance de ${hour} passée${NBSP}: une copie a été conservée`
    : `Échéance de ${hour} passée${NBSP}: rien n’était à conserver`;
