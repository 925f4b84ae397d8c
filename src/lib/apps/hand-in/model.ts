import type { AppModel } from '../../desk/app-model';
import { taskGiven } from '../../log/script-world';
import { deliverableSubmitted, handInEvents } from './events';
import { openHandIn } from './seed';

/** One act of handing in. */
export interface Receipt {
  readonly id: string;
  readonly task: string;
  readonly deliverable: string;
  /** Frozen copy that the jury reads. */
  readonly file: string;
  readonly origin: string;
  readonly name: string;
  readonly atMs: number;
  /** After the task's deadline: accepted all the same, and said. */
  readonly late: boolean;
}

export interface HandInState {
  /** Deadlines of the tasks, exam ms. */
  readonly deadlines: Readonly<Record<string, number>>;
  /** Oldest first. */
  readonly receipts: readonly Receipt[];
}

export const handInModel: AppModel<HandInState> = {
  id: 'hand-in',
  events: handInEvents,
  open: openHandIn,
  reduce(state, event) {
    if (taskGiven.is(event)) {
      const { id, deadlineMs } = event.d.task;
      return deadlineMs === undefined
        ? state
        : { ...state, deadlines: { ...state.deadlines, [id]: deadlineMs } };
    }
    if (!deliverableSubmitted.is(event)) return state;
    const { receipt, ...rest } = event.d;
    const late = event.t > (state.deadlines[rest.task] ?? Infinity);
    return { ...state, receipts: [...state.receipts, { id: receipt, ...rest, atMs: event.t, late }] };
  }
};

/** The copy that counts for a deliverable: the last one handed in. */
export const lastReceipt = (state: HandInState, task: string, deliverable: string): Receipt | undefined =>
  state.receipts.findLast((receipt) => receipt.task === task && receipt.deliverable === deliverable);
