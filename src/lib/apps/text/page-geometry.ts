import type { DocJson } from './schema';

/** CSS pixels in a millimetre. */
export const PX_PER_MM = 96 / 25.4;
/** A4 and its margins, in mm. Header and footer stand `edge` from the paper's side. */
export const PAGE = { width: 210, height: 297, margin: 25, edge: 12.5, gap: 8 } as const;

/** Top or bottom margin in px: the page's own, or more when the header or footer is taller. */
export function marginFor(bandHeightPx: number): number {
  const needed = bandHeightPx === 0 ? 0 : PAGE.edge * PX_PER_MM + bandHeightPx + 3 * PX_PER_MM;
  return Math.max(PAGE.margin * PX_PER_MM, needed);
}

/** Number of sheets that a column of this height fills, sheets and gaps included. */
export function sheetCount(heightPx: number): number {
  return Math.max(1, Math.round(heightPx / ((PAGE.height + PAGE.gap) * PX_PER_MM)));
}

/** A header or footer with `{page}` and `{pages}` replaced. */
export function withPageNumbers(json: DocJson, page: number, pages: number): DocJson {
  if (json.text !== undefined) {
    const text = json.text.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages));
    return text === json.text ? json : { ...json, text };
  }
  return json.content
    ? { ...json, content: json.content.map((child) => withPageNumbers(child, page, pages)) }
    : json;
}

/**
 * A header or footer for paper, where the browser repeats it without counting: a one-page document keeps its number, a
 * longer one loses « Page {page} / {pages} » rather than say the same number everywhere.
 */
export function forPaper(json: DocJson, pages: number): DocJson {
  if (pages === 1) return withPageNumbers(json, 1, 1);
  const { text, content } = json;
  if (text !== undefined) {
    return { ...json, text: text.replace(/\s*[—–·|-]?\s*(Page\s*)?\{page\}(\s*(\/|sur)\s*\{pages\})?/i, '') };
  }
  return content
    ? {
        ...json,
        content: content.map((child) => forPaper(child, pages)).filter((child) => child.text !== '')
      }
    : json;
}
