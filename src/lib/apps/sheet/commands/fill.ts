import type { CellChange } from '../edits/cells';
import { moveReferences } from '../formula/references';
import { cellAt, isFormula, styleAt, type Range, type Scalar, type Sheet } from '../workbook';
import type { StyleChange } from './typing';

const SERIES = [
  'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
];

const withCaseOf = (model: string, word: string): string =>
  model === model.toUpperCase() && model.length > 1
    ? word.toUpperCase()
    : /^\p{Lu}/u.test(model)
      ? word[0]!.toUpperCase() + word.slice(1)
      : word;

/** The text `steps` further: `lundi` → `mardi`, `Lot 1` → `Lot 2`; the same text when it is not a series. */
function nextText(text: string, steps: number): string {
  for (const words of SERIES) {
    const index = words.indexOf(text.toLocaleLowerCase('fr'));
    if (index >= 0) return withCaseOf(text, words.at((index + steps) % words.length)!);
  }
  const match = /^(.*?)(\d{1,9})$/s.exec(text);
  if (!match || !match[1]) return text;
  return `${match[1]}${String(Math.max(0, Number(match[2]) + steps)).padStart(match[2]!.length, '0')}`;
}

/** The value `k` places after the last source cell of a line, or `-k` places before its first. */
function continued(line: readonly (Scalar | null)[], isDate: boolean, k: number): Scalar | null {
  const n = line.length;
  const own = line[k > 0 ? (k - 1) % n : ((k % n) + n) % n] ?? null;
  const numbers = line.filter((value) => typeof value === 'number');
  if (numbers.length === n && (n > 1 || isDate)) {
    const step = n > 1 ? (numbers[n - 1]! - numbers[0]!) / (n - 1) : 1;
    return Number(((k > 0 ? numbers[n - 1]! : numbers[0]!) + step * k).toPrecision(15));
  }
  if (typeof own !== 'string') return own;
  return nextText(own, n * (k > 0 ? Math.ceil(k / n) : Math.floor(k / n)));
}

/**
 * What « Recopier vers le bas » or « à droite » writes: the first line of the range over the others, or, of a range of one
 * line, the line before it. Formulas follow, values are copied as they are.
 */
export function copyCells(
  sheet: Sheet,
  range: Range,
  direction: 'down' | 'right'
): { cells: CellChange[]; styles: StyleChange[] } {
  const down = direction === 'down';
  const alone = down ? range.r1 === range.r2 : range.c1 === range.c2;
  const source = (down ? range.r1 : range.c1) - (alone ? 1 : 0);
  const cells: CellChange[] = [];
  const styles: StyleChange[] = [];
  if (source < 0) return { cells, styles };
  for (let r = down ? source + 1 : range.r1; r <= range.r2; r++) {
    for (let c = down ? range.c1 : source + 1; c <= range.c2; c++) {
      const [sr, sc] = down ? [source, c] : [r, source];
      const own = cellAt(sheet, sr, sc);
      const look = styleAt(sheet, sr, sc);
      cells.push([r, c, isFormula(own) ? moveReferences(own, r - sr, c - sc) : own]);
      if (look !== styleAt(sheet, r, c)) styles.push([r, c, look]);
    }
  }
  return { cells, styles };
}

/**
 * What dragging the fill handle from `source` over `target` writes: formulas follow, two numbers make a
 * series, one number is copied, dates, days, months and numbered texts go on. Looks are copied.
 */
export function fillCells(
  sheet: Sheet,
  source: Range,
  target: Range
): { cells: CellChange[]; styles: StyleChange[] } {
  const vertical = target.c1 === source.c1 && target.c2 === source.c2;
  const cells: CellChange[] = [];
  const styles: StyleChange[] = [];
  const [from, to] = vertical ? [source.r1, source.r2] : [source.c1, source.c2];
  const length = to - from + 1;
  for (let r = target.r1; r <= target.r2; r++) {
    for (let c = target.c1; c <= target.c2; c++) {
      const at = vertical ? r : c;
      if (at >= from && at <= to) continue;
      const offset = (((at - from) % length) + length) % length;
      const [sr, sc] = vertical ? [from + offset, c] : [r, from + offset];
      const own = cellAt(sheet, sr, sc);
      const line = Array.from({ length }, (_, i) =>
        vertical ? cellAt(sheet, from + i, c) : cellAt(sheet, r, from + i)
      );
      const look = styleAt(sheet, sr, sc);
      const isDate = look?.format?.startsWith('date') ?? false;
      const k = at > to ? at - to : at - from;
      const value = isFormula(own) ? moveReferences(own, r - sr, c - sc) : continued(line, isDate, k);
      cells.push([r, c, value]);
      if (look !== styleAt(sheet, r, c)) styles.push([r, c, look]);
    }
  }
  return { cells, styles };
}
