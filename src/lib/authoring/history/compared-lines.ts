import { diffLines } from '../document/line-diff';

/** One line of a comparison, with its number on the side (or sides) where it is. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** A stretch of a comparison: changed lines with a few unchanged ones around them. */
export interface DiffHunk {
  /** Unchanged lines left out before this stretch. */
  readonly skipped: number;
  readonly lines: readonly DiffLine[];
}

/** Every line of two texts, the common ones once. */
export function compareLines(before: string, after: string): readonly DiffLine[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const lines: DiffLine[] = [];
  let a = 0;
  let b = 0;
  const sameUntil = (end: number) => {
    while (a < end) lines.push({ kind: 'same', text: old[a]!, before: ++a, after: ++b });
  };
  for (const { from, to, newTo } of diffLines(old, now)) {
    sameUntil(from);
    while (a < to) lines.push({ kind: 'removed', text: old[a]!, before: ++a, after: null });
    while (b < newTo) lines.push({ kind: 'added', text: now[b]!, before: null, after: ++b });
  }
  sameUntil(old.length);
  return lines;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Only what changed, with `around` unchanged lines on each side. Empty when nothing changed. */
export function hunksOf(lines: readonly DiffLine[], around = 3): readonly DiffHunk[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') for (let at = index - around; at <= index + around; at += 1) near.add(at);
  });
  const hunks: { skipped: number; lines: DiffLine[] }[] = [];
  let last = -1;
  lines.forEach((line, index) => {
    if (!near.has(index)) return;
    const hunk = hunks.at(-1);
    if (hunk && last === index - 1) hunk.lines.push(line);
    else hunks.push({ skipped: index - last - 1, lines: [line] });
    last = index;
  });
  return hunks;
}
