import type { AppModel } from '../../desk/app-model';
import { handInFrozen } from '../../log/hand-in-frozen';
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
  /** At the task's deadline or after: accepted all the same, and said. */
  readonly late: boolean;
}

/** What was kept for the jury of a deliverable that was not handed in by its deadline, or by the end. */
export interface KeptCopy {
  readonly task: string;
  readonly deliverable: string;
  readonly atMs: number;
  /** How many files of the candidate's were kept. */
  readonly files: number;
}

export interface HandInState {
  /** Deadlines of the tasks, exam ms. */
  readonly deadlines: Readonly<Record<string, number>>;
  /** Oldest first. */
  readonly receipts: readonly Receipt[];
  /** Oldest first; one per deliverable at most. */
  readonly kept: readonly KeptCopy[];
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
    if (handInFrozen.is(event)) {
      const { task, deliverables } = event.d;
      const kept = deliverables.map(({ deliverable, files }) => ({
        task,
        deliverable,
        atMs: event.t,
        files: files.length
      }));
      return { ...state, kept: [...state.kept, ...kept] };
    }
    if (!deliverableSubmitted.is(event)) return state;
    const { receipt, ...rest } = event.d;
    const late = event.t >= (state.deadlines[rest.task] ?? Infinity);
    return { ...state, receipts: [...state.receipts, { id: receipt, ...rest, atMs: event.t, late }] };
  }
};

/** The copy that counts for a deliverable: the last one handed in. */
export const lastReceipt = (state: HandInState, task: string, deliverable: string): Receipt | undefined =>
  state.receipts.findLast((receipt) => receipt.task === task && receipt.deliverable === deliverable);

/** What was kept of a deliverable, when nothing had been handed in by then. */
export const keptCopy = (state: HandInState, task: string, deliverable: string): KeptCopy | undefined =>
  state.kept.find((copy) => copy.task === task && copy.deliverable === deliverable);
