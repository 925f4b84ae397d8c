import { diffLines, type Hunk } from './line-diff';

/**
 * Carries an edit over to the author's own text. `printed` is what a printer makes of `text`, `edited` what it makes of
 * the edited data: only the lines that the edit changed are written anew, every other line stays as the author wrote it.
 */
export function keepStyle(text: string, printed: string, edited: string): string {
  if (printed === text) return edited;
  const [own, base, next] = [text, printed, edited].map((whole) => whole.split('\n')) as [
    string[],
    string[],
    string[]
  ];
  const style = diffLines(base, own);
  const out: string[] = [];
  let at = 0;
  for (const hunk of joined(diffLines(base, next), style)) {
    out.push(...own.slice(at, ownLine(style, hunk.from)));
    out.push(...next.slice(hunk.newFrom, hunk.newTo));
    at = ownLine(style, hunk.to);
  }
  return [...out, ...own.slice(at)].join('\n');
}

/** The hunks of an edit, made wide enough to hold whole any hunk of the style that they meet. */
function joined(edits: readonly Hunk[], style: readonly Hunk[]): readonly Hunk[] {
  const wide = edits.map((edit) => {
    let { from, to, newFrom, newTo } = edit;
    for (const { from: start, to: end } of style) {
      if (end <= from || start >= to) continue;
      if (start < from) [newFrom, from] = [newFrom - (from - start), start];
      if (end > to) [newTo, to] = [newTo + (end - to), end];
    }
    return { from, to, newFrom, newTo };
  });
  return wide.reduce<Hunk[]>((kept, hunk) => {
    const last = kept.at(-1);
    if (last && hunk.from < last.to)
      kept[kept.length - 1] = {
        ...last,
        to: Math.max(last.to, hunk.to),
        newTo: Math.max(last.newTo, hunk.newTo)
      };
    else kept.push(hunk);
    return kept;
  }, []);
}

/** Where a line of the printed text stands in the author's own. */
function ownLine(style: readonly Hunk[], line: number): number {
  let shift = 0;
  for (const { from, to, newFrom, newTo } of style) {
    if (to > line || (to === line && from === line)) break;
    shift += newTo - newFrom - (to - from);
  }
  return line + shift;
}
