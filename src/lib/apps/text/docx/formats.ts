import { FONTS, safeAlignment, safeColor, safeFont, safeNumber } from '../css-values';
import { styleById, type StyleId } from '../styles';
import { at, type XmlElement, val } from './xml';

/** Properties of the same kind, from the farthest ancestor to the direct ones: the last that speaks wins. */
type Layers = readonly XmlElement[];

const last = (layers: Layers, name: string): XmlElement | undefined =>
  at(
    layers.findLast((layer) => at(layer, name) !== undefined),
    name
  );

const isOn = (layers: Layers, name: string): boolean => {
  const element = last(layers, name);
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(element.attrs['w:val'] ?? '');
};

const number = (text: string | undefined): number | null => {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? null : value;
};
const mmOfTwips = (twips: number) => Math.round((twips / 1440) * 25.4 * 10) / 10;
const MARKS = { 'w:b': 'bold', 'w:i': 'italic', 'w:u': 'underline', 'w:strike': 'strike' } as const;
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  yellow: '#ffff00',
  green: '#a9f5a9',
  cyan: '#a0f0f0',
  magenta: '#ffc0e0',
  lightGray: '#d9d9d9',
  red: '#ff8080',
  blue: '#8080ff'
};

/** Marks of a run; what the paragraph's style already says is left to it. */
export function runMarks(
  layers: Layers,
  style: StyleId
): { type: string; attrs?: Record<string, unknown> }[] {
  const base = styleById(style);
  const marks: { type: string; attrs?: Record<string, unknown> }[] = [];
  const halfPoints = number(last(layers, 'w:sz')?.attrs['w:val']);
  const size = halfPoints === null ? null : safeNumber(halfPoints / 2, 4, 200);
  const font = familiar(safeFont(last(layers, 'w:rFonts')?.attrs['w:ascii']));
  const hex = last(layers, 'w:color')?.attrs['w:val'];
  const color = hex && hex !== 'auto' ? safeColor(`#${hex}`) : null;
  const attrs = {
    ...(font && font !== 'Calibri' ? { font } : {}),
    ...(size !== null && size !== base.size ? { size } : {}),
    ...(color && color !== base.color && color !== '#000000' ? { color } : {}),
    ...highlight(last(layers, 'w:highlight')?.attrs['w:val'])
  };
  if (Object.keys(attrs).length) marks.push({ type: 'textStyle', attrs });
  for (const [name, type] of Object.entries(MARKS)) if (isOn(layers, name)) marks.push({ type });
  const shift = last(layers, 'w:vertAlign')?.attrs['w:val'];
  if (shift === 'superscript' || shift === 'subscript') marks.push({ type: shift });
  return marks;
}

const highlight = (name: string | undefined) => {
  const color = name ? HIGHLIGHTS[name] : undefined;
  return color ? { highlight: color } : {};
};

/** The faces that draw other names of the same metrics. */
function familiar(font: string | null): string | null {
  const twins: Readonly<Record<string, string>> = {
    Carlito: 'Calibri',
    'Calibri Light': 'Calibri',
    Arimo: 'Arial',
    'Liberation Sans': 'Arial',
    Helvetica: 'Arial',
    Tinos: 'Times New Roman',
    'Liberation Serif': 'Times New Roman'
  };
  return font === null || FONTS.some((known) => known === font) ? font : (twins[font] ?? font);
}

/** The style of the editor that a style of the file stands for, by Word's names in English or French. */
export function styleFor(name: string): StyleId {
  const known = name.toLowerCase();
  const heading = /^(?:heading|titre) ([1-3])$/.exec(known);
  if (heading) return `heading${heading[1]}` as StyleId;
  if (known === 'title' || known === 'titre') return 'title';
  return ['no spacing', 'sans interligne'].includes(known) ? 'tight' : 'normal';
}

/** Attributes of a paragraph that differ from its style in the editor. */
export function paragraphAttrs(layers: Layers, style: StyleId, inList: boolean): Record<string, unknown> {
  const base = styleById(style);
  const justify = last(layers, 'w:jc')?.attrs['w:val'] ?? '';
  const aligned = safeAlignment({ both: 'justify', start: 'left', end: 'right' }[justify] ?? justify);
  const attrs: Record<string, unknown> = {};
  if (aligned && aligned !== 'left') attrs.textAlign = aligned;
  const spacing = (name: string) =>
    number(
      layers.map((layer) => at(layer, 'w:spacing')?.attrs[name]).findLast((value) => value !== undefined)
    );
  const before = (spacing('w:before') ?? 0) / 20;
  const after = (spacing('w:after') ?? 0) / 20;
  const line = (spacing('w:line') ?? 240) / 240;
  if (before !== base.before && safeNumber(before, 0, 400) !== null) attrs.before = before;
  if (after !== base.after && !inList && safeNumber(after, 0, 400) !== null) attrs.after = after;
  if (Math.abs(line - base.line) > 0.02 && safeNumber(line, 0.5, 5) !== null)
    attrs.line = Math.round(line * 100) / 100;
  if (inList) return attrs;
  const indents = last(layers, 'w:ind')?.attrs ?? {};
  const left = number(indents['w:left'] ?? indents['w:start']) ?? 0;
  const first = (number(indents['w:firstLine']) ?? 0) - (number(indents['w:hanging']) ?? 0);
  if (left > 0) attrs.indent = Math.min(160, mmOfTwips(left));
  if (first !== 0) attrs.firstLine = mmOfTwips(first);
  return attrs;
}

/** Numbering of a paragraph: its id and level, or null outside lists. */
export function numberingOf(layers: Layers): { id: string; level: number } | null {
  const element = last(layers, 'w:numPr');
  const id = val(element, 'w:numId');
  return id && id !== '0' ? { id, level: Number(val(element, 'w:ilvl') ?? 0) } : null;
}
