import type { DocJson } from '../schema';
import { numberingOf, paragraphAttrs, runMarks, styleFor } from './formats';
import { InlineReader } from './inline';
import { listsOf, type ListItem } from './lists';
import type { DocxPackage } from './package.server';
import { at, elements, val, type XmlElement } from './xml';

const PX_PER_TWIP = 96 / 1440;

/** Reads block content (paragraphs, lists, tables) of one part of the file. */
export class BlockReader {
  readonly #file: DocxPackage;
  readonly #part: string;

  constructor(file: DocxPackage, part: string) {
    this.#file = file;
    this.#part = part;
  }

  /** Blocks of a body, cell, header or footer, in order. */
  read(container: XmlElement): DocJson[] {
    const blocks: (DocJson | ListItem)[] = [];
    for (const element of elements(container)) {
      if (element.name === 'w:p') blocks.push(...this.#paragraph(element));
      else if (element.name === 'w:tbl') blocks.push(this.#table(element));
      else if (element.name === 'w:sdt') blocks.push(...this.read(at(element, 'w:sdtContent') ?? element));
      else if (['w:ins', 'w:smartTag', 'w:customXml'].includes(element.name))
        blocks.push(...this.read(element));
    }
    return listsOf(blocks);
  }

  #paragraph(element: XmlElement): (DocJson | ListItem)[] {
    const direct = at(element, 'w:pPr');
    const fileStyle = this.#file.styles.get(val(direct, 'w:pStyle') ?? 'Normal');
    const style = styleFor(fileStyle?.name ?? 'Normal');
    const layers = [...(fileStyle?.paragraph ?? []), ...(direct ? [direct] : [])];
    const list = numberingOf(layers);
    const attrs = paragraphAttrs(layers, style, list !== null);
    const inline = new InlineReader(
      (properties) => runMarks([...(fileStyle?.run ?? []), ...(properties ? [properties] : [])], style),
      (relationship) => this.#file.picture(this.#part, relationship)
    );
    const shape: DocJson = style.startsWith('heading')
      ? { type: 'heading', attrs: { ...attrs, level: Number(style.at(-1)) } }
      : { type: 'paragraph', attrs: { ...attrs, ...(style === 'normal' ? {} : { style }) } };
    const pieces = inline.read(element);
    const blocks = pieces.flatMap((content, index): DocJson[] => [
      ...(index > 0 ? [{ type: 'pageBreak' }] : []),
      ...(pieces.length > 1 && content.length === 0
        ? []
        : [{ ...shape, ...(content.length ? { content } : {}) }])
    ]);
    const broken = at(direct, 'w:pageBreakBefore') ? [{ type: 'pageBreak' }, ...blocks] : blocks;
    if (!list || broken.length !== 1) return broken;
    return [
      { item: broken[0] as DocJson, level: list.level, ordered: this.#file.isOrdered(list.id, list.level) }
    ];
  }

  #table(table: XmlElement): DocJson {
    const widths = elements(at(table, 'w:tblGrid'), 'w:gridCol').map((column) =>
      Math.round(Number(column.attrs['w:w'] ?? 0) * PX_PER_TWIP)
    );
    const rows = elements(table, 'w:tr').map((row) => cellsOf(row));
    const content = rows.map((cells, rowIndex): DocJson => {
      const header = elements(table, 'w:tr')[rowIndex];
      const type = at(header, 'w:trPr', 'w:tblHeader') ? 'tableHeader' : 'tableCell';
      const kept = cells.filter((cell) => cell.merge !== 'continue');
      return {
        type: 'tableRow',
        content: kept.map((cell) => this.#cell(cell, type, rows, rowIndex, widths))
      };
    });
    return { type: 'table', attrs: hasBorders(table) ? {} : { borders: false }, content };
  }

  #cell(cell: Cell, type: string, rows: readonly Cell[][], row: number, widths: readonly number[]): DocJson {
    let rowspan = 1;
    while (
      cell.merge === 'restart' &&
      rows[row + rowspan]?.some((below) => below.column === cell.column && below.merge === 'continue')
    )
      rowspan++;
    const colwidth = widths.slice(cell.column, cell.column + cell.span);
    const content = this.read(cell.element);
    return {
      type,
      attrs: {
        ...(cell.span > 1 ? { colspan: cell.span } : {}),
        ...(rowspan > 1 ? { rowspan } : {}),
        ...(colwidth.length === cell.span && colwidth.every((width) => width > 8) ? { colwidth } : {})
      },
      content: content.length ? content : [{ type: 'paragraph' }]
    };
  }
}

interface Cell {
  readonly element: XmlElement;
  readonly column: number;
  readonly span: number;
  readonly merge: 'restart' | 'continue' | null;
}

function cellsOf(row: XmlElement): Cell[] {
  let column = Number(val(at(row, 'w:trPr'), 'w:gridBefore') ?? 0);
  return elements(row, 'w:tc').map((element) => {
    const properties = at(element, 'w:tcPr');
    const span = Math.max(1, Number(val(properties, 'w:gridSpan') ?? 1));
    const vMerge = at(properties, 'w:vMerge');
    const merge = vMerge ? (vMerge.attrs['w:val'] === 'restart' ? 'restart' : 'continue') : null;
    const cell: Cell = { element, column, span, merge };
    column += span;
    return cell;
  });
}

/** A table has borders unless it says it has none; a named style (« Grille du tableau ») has them. */
function hasBorders(table: XmlElement): boolean {
  const properties = at(table, 'w:tblPr');
  const borders = elements(at(properties, 'w:tblBorders'));
  if (borders.length) return borders.some(({ attrs }) => !['none', 'nil'].includes(attrs['w:val'] ?? ''));
  const style = val(properties, 'w:tblStyle');
  return style !== undefined && !/^(TableNormal|TableauNormal|Normal)/.test(style);
}
