import type { TaskSheet } from '../../scene/scene';
import { keptCopy, lastReceipt, type HandInState } from './model';

/** What counts, deliverable by deliverable, in the order of the subject. */
export function handInReceipts(tasks: readonly TaskSheet[], state: HandInState) {
  return tasks.flatMap((task) =>
    task.deliverables.flatMap((deliverable) => {
      const receipt = lastReceipt(state, task.id, deliverable.id);
      return receipt
        ? [
            {
              id: receipt.id,
              title: deliverable.title,
              file: receipt.name,
              atMs: receipt.atMs,
              late: receipt.late
            }
          ]
        : [];
    })
  );
}

/** Titles of the deliverables that were not handed in and of which a copy was kept, in the order of the subject. */
export function keptTitles(tasks: readonly TaskSheet[], state: HandInState): readonly string[] {
  return tasks.flatMap((task) =>
    task.deliverables
      .filter(({ id }) => !lastReceipt(state, task.id, id) && keptCopy(state, task.id, id)?.files)
      .map(({ title }) => title)
  );
}
