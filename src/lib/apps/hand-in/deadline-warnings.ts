import { formatDuration, formatHour } from '../../kernel/format-fr';
import type { Notice } from '../../desk/port';
import type { TaskSheet } from '../../scene/scene';
import { lastReceipt, type HandInState } from './model';

const MINUTE = 60_000;
/** Exam ms before a deadline at which the desk says so once. */
const WARN_BEFORE = [
  { ms: 15 * MINUTE, tone: 'info' },
  { ms: 5 * MINUTE, tone: 'warn' }
] as const;

/** Whether every deliverable of a task that is handed in here has been; false for a task that has none. */
function isHandedIn(task: TaskSheet, state: HandInState): boolean {
  const expected = task.deliverables.filter(({ handIn }) => handIn);
  return expected.length > 0 && expected.every(({ id }) => lastReceipt(state, task.id, id) !== undefined);
}

/**
 * What to say when exam time went from `before` to `now` (ms): the nearest threshold crossed of each task that still waits
 * for something; nothing of a deadline that has passed meanwhile, which « Remise » tells. `storyStartMs` is the story at 0.
 */
export function deadlineWarnings(
  tasks: readonly TaskSheet[],
  state: HandInState,
  before: number,
  now: number,
  storyStartMs: number
): readonly Notice[] {
  return tasks.flatMap((task): Notice[] => {
    const { deadlineMs, title } = task;
    if (deadlineMs === undefined || now >= deadlineMs || isHandedIn(task, state)) return [];
    const crossed = WARN_BEFORE.findLast(({ ms }) => before < deadlineMs - ms && now >= deadlineMs - ms);
    if (!crossed) return [];
    return [
      {
        title: `Échéance à ${formatHour(storyStartMs + deadlineMs)}, dans ${formatDuration(crossed.ms)}`,
        body: title,
        tone: crossed.tone,
        open: { app: 'hand-in' }
      }
    ];
  });
}
