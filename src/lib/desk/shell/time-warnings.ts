import { formatDuration } from '../../kernel/format-fr';

const MINUTE = 60_000;
/** Times left, in exam ms, at which the desk says so once. */
export const WARN_AT: readonly number[] = [60 * MINUTE, 30 * MINUTE, 15 * MINUTE, 5 * MINUTE, MINUTE];

export interface TimeWarning {
  readonly title: string;
  readonly body: string;
  readonly tone: 'info' | 'warn';
}

/**
 * The warning that is due when the time left went from `before` to `now` (exam ms): the lowest threshold crossed, so
 * that a desk that was away for long says one thing only. `null` when none was crossed, or when time was given back.
 */
export function timeWarning(before: number, now: number): TimeWarning | null {
  const crossed = WARN_AT.filter((threshold) => before > threshold && now <= threshold && now > 0);
  const threshold = crossed.at(-1);
  if (threshold === undefined) return null;
  return {
    title: `Il reste ${formatDuration(threshold)}`,
    body:
      threshold <= 5 * MINUTE
        ? 'Ce qui est enregistré sera gardé. Pensez à la remise.'
        : 'Votre travail est enregistré au fur et à mesure.',
    tone: threshold <= 15 * MINUTE ? 'warn' : 'info'
  };
}
