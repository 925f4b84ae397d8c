import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IParagraphOptions,
  type ISpacingProperties
} from 'docx';
import { safeAlignment, safeNumber } from '../css-values';
import type { DocJson } from '../schema';
import { styleOf } from '../styles';
import { runsOf, type Pictures } from './runs';

const TWIPS_PER_MM = 1440 / 25.4;
const TWIPS_PER_PX = 15;
const CONTENT_TWIPS = Math.round(160 * TWIPS_PER_MM);
const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED
} as const;
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** Where a block stands, for what its surroundings change. */
interface Place {
  readonly inTable: boolean;
  readonly list: {
    readonly reference: 'puces' | 'numeros';
    readonly level: number;
    readonly instance: number;
  } | null;
}

/** Turns blocks into Word's. One writer per document: lists are numbered across it. */
export class BlockWriter {
  readonly #pictures: Pictures;
  #lists = 0;

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  write(content: readonly DocJson[] | undefined): (Paragraph | Table)[] {
    return this.#blocks(content ?? [], { inTable: false, list: null });
  }

  #blocks(content: readonly DocJson[], place: Place): (Paragraph | Table)[] {
    const blocks: (Paragraph | Table)[] = [];
    let breakBefore = false;
    for (const node of content) {
      const isText = node.type === 'paragraph' || node.type === 'heading';
      if (breakBefore && !isText) blocks.push(new Paragraph({ children: [new PageBreak()] }));
      if (isText) blocks.push(this.#paragraph(node, place, breakBefore));
      else if (node.type === 'table') blocks.push(this.#table(node));
      else if (node.type === 'bulletList' || node.type === 'orderedList')
        blocks.push(...this.#list(node, place));
      breakBefore = node.type === 'pageBreak';
    }
    if (breakBefore) blocks.push(new Paragraph({ children: [new PageBreak()] }));
    return blocks;
  }

  #paragraph(node: DocJson, place: Place, pageBreakBefore: boolean): Paragraph {
    const attrs = node.attrs ?? {};
    const style = styleOf(node.type, attrs);
    const align = safeAlignment(attrs.textAlign);
    const indent = safeNumber(attrs.indent, 0, 160);
    const firstLine = safeNumber(attrs.firstLine, -60, 60) ?? 0;
    const spacing = this.#spacing(attrs, style.id === 'normal' && place.inTable);
    const heading = style.id.startsWith('heading') ? HEADINGS[Number(style.id.at(-1)) - 1] : undefined;
    const options: IParagraphOptions = {
      children: runsOf(node.content, this.#pictures),
      ...(heading ? { heading } : {}),
      ...(style.id === 'tight' || style.id === 'title' ? { style: style.word } : {}),
      ...(place.list ? { numbering: place.list, style: 'ListParagraph', contextualSpacing: true } : {}),
      ...(align ? { alignment: ALIGN[align] } : {}),
      ...(spacing ? { spacing } : {}),
      ...(pageBreakBefore ? { pageBreakBefore } : {}),
      ...(indent !== null || firstLine !== 0
        ? {
            indent: {
              left: Math.round((indent ?? 0) * TWIPS_PER_MM),
              ...(firstLine > 0 ? { firstLine: Math.round(firstLine * TWIPS_PER_MM) } : {}),
              ...(firstLine < 0 ? { hanging: Math.round(-firstLine * TWIPS_PER_MM) } : {})
            }
          }
        : {})
    };
    return new Paragraph(options);
  }

  #spacing(attrs: Readonly<Record<string, unknown>>, tight: boolean): ISpacingProperties | null {
    const before = safeNumber(attrs.before, 0, 400);
    const after = safeNumber(attrs.after, 0, 400) ?? (tight ? 0 : null);
    const line = safeNumber(attrs.line, 0.5, 5) ?? (tight ? 1 : null);
    if (before === null && after === null && line === null) return null;
    return {
      ...(before === null ? {} : { before: before * 20 }),
      ...(after === null ? {} : { after: after * 20 }),
      ...(line === null ? {} : { line: Math.round(line * 240), lineRule: 'auto' })
    };
  }

  #list(node: DocJson, place: Place): (Paragraph | Table)[] {
    const level = place.list ? Math.min(8, place.list.level + 1) : 0;
    const reference = node.type === 'orderedList' ? 'numeros' : 'puces';
    const list = { reference, level, instance: ++this.#lists } as const;
    return (node.content ?? []).flatMap((item) => this.#blocks(item.content ?? [], { ...place, list }));
  }

  #table(node: DocJson): Table {
    const rows = node.content ?? [];
    const columns = (rows[0]?.content ?? []).reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0);
    const widths = columnWidths(rows[0]?.content ?? [], columns);
    const side = {
      style: node.attrs?.borders === false ? BorderStyle.NONE : BorderStyle.SINGLE,
      size: 4,
      color: '000000'
    };
    const borders = {
      top: side,
      bottom: side,
      left: side,
      right: side,
      insideHorizontal: side,
      insideVertical: side
    };
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: 108, right: 108 },
      borders,
      rows: rows.map((row) => this.#row(row))
    });
  }

  #row(row: DocJson): TableRow {
    const cells = row.content ?? [];
    const isHeader = cells.length > 0 && cells.every((cell) => cell.type === 'tableHeader');
    return new TableRow({
      cantSplit: true,
      ...(isHeader ? { tableHeader: true } : {}),
      children: cells.map((cell) => {
        const content = this.#blocks(bolded(cell), { inTable: true, list: null });
        return new TableCell({
          columnSpan: spanOf(cell, 'colspan'),
          rowSpan: spanOf(cell, 'rowspan'),
          ...(cell.type === 'tableHeader'
            ? { shading: { type: 'clear', color: 'auto', fill: 'F2F2F2' } }
            : {}),
          children: content.length ? content : [new Paragraph({})]
        });
      })
    });
  }
}

const spanOf = (cell: DocJson, name: 'colspan' | 'rowspan') => safeNumber(cell.attrs?.[name], 1, 100) ?? 1;

/** Column widths in twips: those of the first row when all are known, else equal shares of the text's width. */
function columnWidths(cells: readonly DocJson[], columns: number): number[] {
  const known = cells.flatMap((cell) => (Array.isArray(cell.attrs?.colwidth) ? cell.attrs.colwidth : [null]));
  const widths = known.map((width) => safeNumber(width, 8, 2000));
  if (widths.length === columns && widths.every((width) => width !== null)) {
    return widths.map((width) => Math.round(width * TWIPS_PER_PX));
  }
  return Array.from({ length: columns }, () => Math.floor(CONTENT_TWIPS / Math.max(1, columns)));
}

/** A header cell's text is bold on screen by its style; in Word the runs must say it. */
function bolded(cell: DocJson): readonly DocJson[] {
  if (cell.type !== 'tableHeader') return cell.content ?? [];
  const bold = (node: DocJson): DocJson =>
    node.text !== undefined
      ? { ...node, marks: [...(node.marks ?? []).filter((mark) => mark.type !== 'bold'), { type: 'bold' }] }
      : { ...node, ...(node.content ? { content: node.content.map(bold) } : {}) };
  return (cell.content ?? []).map(bold);
}
