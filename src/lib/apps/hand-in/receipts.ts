import type { TaskSheet } from '../../scene/scene';
import { lastReceipt, type HandInState } from './model';

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
