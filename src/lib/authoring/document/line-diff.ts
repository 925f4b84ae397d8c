/** A run of lines replaced by others: `[from, to)` of the old lines become `[newFrom, newTo)` of the new ones. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** What differs between two texts, by lines, in their order (Myers, the shortest edit script). */
export function diffLines(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  return hunksOf(shortestEdit(left, right)).map(({ from, to, newFrom, newTo }) => ({
    from: from + head,
    to: to + head,
    newFrom: newFrom + head,
    newTo: newTo + head
  }));
}

/** One step of an edit script: a line taken away (`x` moves on) or put in (`y` moves on). */
interface Step {
  readonly x: number;
  readonly y: number;
  readonly takes: boolean;
}

function shortestEdit(left: readonly string[], right: readonly string[]): readonly Step[] {
  const most = left.length + right.length;
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(new Map(reach));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < left.length && x - k < right.length && left[x] === right[x - k]) x++;
      reach.set(k, x);
      if (x >= left.length && x - k >= right.length) return walkBack(trace, left.length, right.length);
    }
  }
  return [];
}

function walkBack(trace: readonly Map<number, number>[], width: number, height: number): readonly Step[] {
  const steps: Step[] = [];
  let [x, y] = [width, height];
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const reach = trace[edits]!;
    const k = x - y;
    const down = k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const fromX = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0);
    const fromY = fromX - (down ? k + 1 : k - 1);
    steps.push({ x: fromX, y: fromY, takes: !down });
    [x, y] = [fromX, fromY];
  }
  return steps.reverse();
}

function hunksOf(steps: readonly Step[]): readonly Hunk[] {
  const hunks: { from: number; to: number; newFrom: number; newTo: number }[] = [];
  for (const { x, y, takes } of steps) {
    const last = hunks.at(-1);
    const hunk = last && last.to === x && last.newTo === y ? last : null;
    if (hunk) hunk[takes ? 'to' : 'newTo']++;
    else hunks.push({ from: x, to: takes ? x + 1 : x, newFrom: y, newTo: takes ? y : y + 1 });
  }
  return hunks;
}
