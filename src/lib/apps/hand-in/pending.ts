import type { TaskSheet } from '../../scene/scene';
import type { HandInState } from './model';

/**
 * Whether something of a task may still be missing: a deliverable that is not handed in, or one that is made elsewhere
 * (a mail, an appointment…), of which nothing is known here.
 */
export const isPending = ({ receipts }: Pick<HandInState, 'receipts'>, task: TaskSheet): boolean =>
  !task.deliverables.every(
    ({ id, handIn }) =>
      handIn && receipts.some((receipt) => receipt.task === task.id && receipt.deliverable === id)
  );
