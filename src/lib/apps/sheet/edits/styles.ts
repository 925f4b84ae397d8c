import type { Range, Sheet, Style, StyleRow } from '../workbook';
import type { StylePatch } from '../schemas';

/** A look with a patch on it; `null` when nothing remains but defaults. */
export function patchStyle(style: Style | null, patch: StylePatch): Style | null {
  const next: Record<string, unknown> = { ...style };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === false || value === '' || value === 'general') delete next[key];
    else if (value !== undefined) next[key] = value;
  }
  return Object.keys(next).length ? next : null;
}

const padded = <T>(list: readonly T[], length: number, fill: T): T[] =>
  list.length >= length ? [...list] : [...list, ...Array<T>(length - list.length).fill(fill)];

/** The sheet with a patch on every cell of a range. Equal looks stay one object per call. */
export function formatRange(sheet: Sheet, { r1, c1, r2, c2 }: Range, patch: StylePatch): Sheet {
  const styles = padded<StyleRow | null>(sheet.styles, r2 + 1, null);
  const made = new Map<Style | null, Style | null>();
  const styled = (style: Style | null): Style | null => {
    if (!made.has(style)) made.set(style, patchStyle(style, patch));
    return made.get(style)!;
  };
  for (let r = r1; r <= r2; r++) {
    const row = padded<Style | null>(styles[r] ?? [], c2 + 1, null);
    for (let c = c1; c <= c2; c++) row[c] = styled(row[c] ?? null);
    styles[r] = row;
  }
  return { ...sheet, styles };
}

/** The sheet with whole looks in given cells. */
export function setStyles(
  sheet: Sheet,
  cells: readonly (readonly [row: number, column: number, style: Style | null])[]
): Sheet {
  const styles = [...sheet.styles];
  const copied = new Map<number, (Style | null)[]>();
  for (const [r, c, style] of cells) {
    let row = copied.get(r);
    if (!row) {
      row = [...(styles[r] ?? [])];
      copied.set(r, row);
    }
    while (row.length < c) row.push(null);
    row[c] = style && Object.keys(style).length ? style : null;
  }
  for (const [r, row] of copied) {
    while (styles.length < r) styles.push(null);
    styles[r] = row.some((style) => style !== null) ? row : null;
  }
  return { ...sheet, styles };
}
