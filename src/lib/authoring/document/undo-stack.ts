/** Texts by file name. */
export type Texts = Readonly<Record<string, string>>;

/** Undo and redo over all the files of a scenario. Plain data: every method returns the next stack. */
export interface UndoStack {
  readonly past: readonly Texts[];
  readonly future: readonly Texts[];
  /** Group of the last change: the next of the same group joins it. */
  readonly group: string | null;
}

/** Steps that can be undone. */
const DEPTH = 200;

export const emptyStack: UndoStack = { past: [], future: [], group: null };

/** Notes that `before` is about to change. */
export function noted(stack: UndoStack, before: Texts, group: string | null): UndoStack {
  const joins = group !== null && group === stack.group && stack.past.length > 0;
  return { past: joins ? stack.past : [...stack.past, before].slice(-DEPTH), future: [], group };
}

/** One step back; `null` when there is none. */
export function undone(stack: UndoStack, now: Texts): { stack: UndoStack; texts: Texts } | null {
  const texts = stack.past.at(-1);
  if (!texts) return null;
  return { texts, stack: { past: stack.past.slice(0, -1), future: [now, ...stack.future], group: null } };
}

/** One step forward; `null` when there is none. */
export function redone(stack: UndoStack, now: Texts): { stack: UndoStack; texts: Texts } | null {
  const [texts, ...future] = stack.future;
  return texts ? { texts, stack: { past: [...stack.past, now], future, group: null } } : null;
}
