/** A step into the data: a key of a map, or an entry of a list (whichever). */
export type Step = { readonly key: string } | 'item';

/** Where the text cursor is in the data, as far as the lines above it tell; the text need not be right. */
export interface Place {
  /** From the top of the file to the map (for a key) or to the value being written. */
  readonly path: readonly Step[];
  readonly wants: 'key' | 'value';
  /** Offset in the line where the word being written begins. */
  readonly from: number;
  /** Column of the map's keys in block style; `null` between braces. */
  readonly column: number | null;
}

interface Part {
  readonly column: number;
  readonly step: Step;
  /** Where the value begins, after the colon. */
  readonly end: number;
}

const KEY = /^("[^"]*"|'[^']*'|[^\s"'#[\]{},&*!|>%@`-][^:#]*?|-[^\s:#]+)\s*:(?=\s|$)/;

/** The dashes and the key that a line begins with. */
function partsOf(line: string): readonly Part[] {
  const parts: Part[] = [];
  let column = line.length - line.trimStart().length;
  while (line[column] === '-' && (line[column + 1] === ' ' || column + 1 === line.length)) {
    parts.push({ column, step: 'item', end: column + 1 });
    column += 1;
    while (line[column] === ' ') column += 1;
  }
  const match = KEY.exec(line.slice(column));
  if (match) parts.push({ column, step: { key: unquoted(match[1]!) }, end: column + match[0].length });
  return parts;
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2').trim();
const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line);
/** A key whose value is running text on the lines below. */
const OPENS_PROSE = /:\s+[|>][-+\d]*\s*(#.*)?$/;

/**
 * Finds the place of the cursor.
 * @param lines of the file
 * @param row index of the cursor's line
 * @param column offset of the cursor in it
 * @returns `null` in a comment, or in running text
 */
export function placeAt(lines: readonly string[], row: number, column: number): Place | null {
  const line = lines[row] ?? '';
  const before = line.slice(0, column);
  if (/(^|\s)#/.test(withoutQuoted(before))) return null;
  const parts = partsOf(before);
  const last = parts.at(-1);
  const own = last?.end ?? before.length - before.trimStart().length;
  const steps = parts.map(({ step }) => step);
  const above = pathAbove(lines, row, parts[0]?.column ?? own, parts[0]?.step ?? null);
  if (above === null) return null;
  const flow = flowAt(before, own);
  if (flow)
    return { path: [...above, ...steps, ...flow.path], wants: flow.wants, from: flow.from, column: null };
  const from = own + before.slice(own).length - before.slice(own).trimStart().length;
  const value = last !== undefined && last.step !== 'item';
  if (value) return { path: [...above, ...steps], wants: 'value', from, column: null };
  return { path: [...above, ...steps], wants: 'key', from, column: from };
}

const withoutQuoted = (text: string): string =>
  text.replace(/"[^"]*"|'[^']*'/g, (quoted) => 'x'.repeat(quoted.length));

/** Steps of the lines above that enclose something at this column; `null` inside running text. */
function pathAbove(
  lines: readonly string[],
  row: number,
  column: number,
  first: Step | null
): readonly Step[] | null {
  const path: Step[] = [];
  let limit = column;
  let inner = first;
  for (let index = row - 1; index >= 0 && limit >= 0; index -= 1) {
    const line = lines[index]!;
    if (isBlank(line)) continue;
    for (const part of partsOf(line).toReversed()) {
      // A list may stand at the column of its own key.
      const encloses =
        part.column < limit || (part.column === limit && inner === 'item' && part.step !== 'item');
      if (!encloses) continue;
      if (OPENS_PROSE.test(line) && part.step !== 'item') return null;
      path.unshift(part.step);
      limit = part.column;
      inner = part.step;
    }
    if (limit === 0 && inner !== 'item') break;
  }
  return path;
}

interface Open {
  readonly kind: '{' | '[';
  key: string | null;
  from: number;
}

/** The braces and brackets that are open at the end of a line's beginning; `null` when there are none. */
function flowAt(
  before: string,
  start: number
): { readonly path: readonly Step[]; readonly wants: 'key' | 'value'; readonly from: number } | null {
  const open: Open[] = [];
  let quote = '';
  for (let at = start; at < before.length; at += 1) {
    const char = before[at]!;
    const top = open.at(-1);
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '{' || char === '[') open.push({ kind: char, key: null, from: at + 1 });
    else if (char === '}' || char === ']') open.pop();
    else if (char === ',' && top) Object.assign(top, { key: null, from: at + 1 });
    else if (char === ':' && top?.kind === '{' && /\s|^$/.test(before[at + 1] ?? ''))
      Object.assign(top, { key: unquoted(before.slice(top.from, at).trim()), from: at + 1 });
  }
  const top = open.at(-1);
  if (!top) return null;
  const path = open.flatMap(({ kind, key }): readonly Step[] =>
    kind === '[' ? ['item'] : key === null ? [] : [{ key }]
  );
  const blanks = before.slice(top.from).length - before.slice(top.from).trimStart().length;
  return { path, wants: top.kind === '{' && top.key === null ? 'key' : 'value', from: top.from + blanks };
}

/** Keys of the block map at a column around a row: those that need no completion any more. */
export function siblingKeys(lines: readonly string[], row: number, column: number): ReadonlySet<string> {
  const keys = new Set<string>();
  const read = (index: number): 'on' | 'last' => {
    const line = lines[index]!;
    if (isBlank(line)) return 'on';
    const indent = line.length - line.trimStart().length;
    const parts = partsOf(line);
    const key = parts.find((part) => part.column === column && part.step !== 'item');
    if (key && key.step !== 'item') keys.add(key.step.key);
    if (indent < column) return 'last';
    return 'on';
  };
  for (let index = row - 1; index >= 0; index -= 1) if (read(index) === 'last') break;
  for (let index = row + 1; index < lines.length; index += 1) {
    const line = lines[index]!;
    // A dash to the left begins the next entry of the list.
    if (!isBlank(line) && line.length - line.trimStart().length < column) break;
    read(index);
  }
  return keys;
}
