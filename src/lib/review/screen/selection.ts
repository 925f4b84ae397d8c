import type { CopyFile, ProductionLine, Trace } from '../copy/copy-file';

/** What the middle of the screen shows under « Production ». */
export type Selection =
  | { readonly kind: 'production'; readonly line: ProductionLine }
  | { readonly kind: 'trace'; readonly trace: Trace }
  | { readonly kind: 'findings' }
  | { readonly kind: 'questions' };

/** What to show first: the first production handed in, else the findings. */
export function firstSelection(file: CopyFile): Selection {
  const line = file.productions.find(({ received }) => received !== null) ?? file.productions[0];
  return line ? { kind: 'production', line } : { kind: 'findings' };
}

/** Exam instant (ms) of a selection, when it has one. */
export function instantOf(selection: Selection): number | undefined {
  if (selection.kind === 'trace') return selection.trace.t;
  if (selection.kind !== 'production') return undefined;
  return (selection.line.received ?? selection.line.kept)?.t;
}
