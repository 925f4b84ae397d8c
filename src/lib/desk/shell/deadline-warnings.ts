import { formatDuration, formatHour } from '../../kernel/format-fr';
import type { StoryMs } from '../../kernel/story-time';
import type { TaskSheet } from '../../scene/scene';
import type { TimeWarning } from './time-warnings';

const MINUTE = 60_000;
/** Exam ms before a task's deadline at which the desk reminds of it. */
const REMIND_AT: readonly number[] = [5 * MINUTE, 15 * MINUTE];

/**
 * Reminders that are due when exam time went from `before` to `now`: one per task, the nearest threshold crossed, so that
 * a desk that was away for long is told once. A deadline that has passed is no longer told.
 */
export function deadlineWarnings(
  tasks: readonly TaskSheet[],
  before: number,
  now: number,
  storyStart: StoryMs
): readonly TimeWarning[] {
  return tasks.flatMap(({ title, deadlineMs }) => {
    if (deadlineMs === undefined || deadlineMs <= now) return [];
    const crossed = REMIND_AT.find((left) => before < deadlineMs - left && now >= deadlineMs - left);
    if (crossed === undefined) return [];
    return [
      {
        title: `Échéance dans ${formatDuration(Math.ceil((deadlineMs - now) / MINUTE) * MINUTE)}`,
        body: `${title}\u00a0: à terminer avant ${formatHour(storyStart + deadlineMs)}.`,
        tone: crossed <= 5 * MINUTE ? 'warn' : 'info'
      }
    ];
  });
}
