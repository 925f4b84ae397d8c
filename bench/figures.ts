/** One line of `results.json`. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: 'ms' | 'B' | 'MB';
  /** The most that the value may be; `null` for a figure that is only shown. */
  readonly goal: number | null;
  /** `null` without a goal. */
  readonly holds: boolean | null;
  /** What this machine takes for the bare operation, in the same unit, measured in the same run. */
  readonly machineLimit?: number;
  /** `value / machineLimit`: compares machines, and busy hours with quiet ones. */
  readonly ratio?: number;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Makes a figure; `goal` is the most that `value` may be. */
export function figure(
  id: string,
  value: number,
  unit: Figure['unit'],
  goal: number | null = null,
  machineLimit?: number
): Figure {
  if (!Number.isFinite(value)) throw new Error(`${id} could not be measured`);
  const line = { id, value: rounded(value), unit, goal, holds: goal === null ? null : value <= goal };
  if (machineLimit === undefined) return line;
  return { ...line, machineLimit: rounded(machineLimit), ratio: rounded(value / machineLimit) };
}

/** The value below which `percent` % of the samples are (nearest rank). NaN without samples. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** The figures as aligned text. */
export function table(figures: readonly Figure[]): string {
  const head = ['figure', 'value', 'goal', '', 'machine', 'ratio'];
  const rows = figures.map(({ id, value, unit, goal, holds, machineLimit, ratio }) => [
    id,
    `${number.format(value)} ${unit}`,
    goal === null ? '' : `≤ ${number.format(goal)}`,
    holds === null ? '' : holds ? 'holds' : 'FAILS',
    machineLimit === undefined ? '' : number.format(machineLimit),
    ratio === undefined ? '' : `×${number.format(ratio)}`
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length))
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}
