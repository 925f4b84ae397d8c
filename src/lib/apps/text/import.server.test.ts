import {
  AlignmentType,
  Document,
  Header,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from 'docx';
import { describe, expect, it } from 'vitest';
import { importDocx } from './import.server';
import type { DocJson } from './schema';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);

/** A .docx by the docx library, as a stranger would write it, read back by the import. */
async function read(...children: (Paragraph | Table)[]): Promise<readonly DocJson[]> {
  const bytes = await Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'n',
            levels: [0, 1].map(
              (level) => ({ level, format: level ? 'bullet' : 'decimal', text: level ? '•' : '%1.' }) as const
            )
          }
        ]
      },
      sections: [{ children, headers: { default: new Header({ children: [new Paragraph('Verdelis')] }) } }]
    })
  );
  const content = await importDocx(new Uint8Array(bytes));
  expect(content.header).toMatchObject({ content: [{ content: [{ text: 'Verdelis' }] }] });
  return content.doc.content ?? [];
}

describe('importing a .docx', () => {
  it('keeps runs, alignment, indents and styles', async () => {
    const blocks = await read(
      new Paragraph({ heading: 'Heading2', children: [new TextRun('Titre')] }),
      new Paragraph({
        alignment: AlignmentType.JUSTIFIED,
        indent: { left: 1417 },
        children: [
          new TextRun({ text: 'Gras', bold: true }),
          new TextRun({ text: ' bleu', color: '2F5496', size: 28, font: 'Arial' }),
          new TextRun({ text: '2', superScript: true })
        ]
      })
    );
    expect(blocks[0]).toMatchObject({ type: 'heading', attrs: { level: 2 }, content: [{ text: 'Titre' }] });
    expect(blocks[1]).toMatchObject({ attrs: { textAlign: 'justify', indent: 25 } });
    expect(blocks[1]!.content).toEqual([
      { type: 'text', text: 'Gras', marks: [{ type: 'bold' }] },
      {
        type: 'text',
        text: ' bleu',
        marks: [{ type: 'textStyle', attrs: { font: 'Arial', size: 14, color: '#2f5496' } }]
      },
      { type: 'text', text: '2', marks: [{ type: 'superscript' }] }
    ]);
  });

  it('nests lists by level and kind', async () => {
    const item = (text: string, level: number) =>
      new Paragraph({ text, numbering: { reference: 'n', level } });
    const [list] = await read(item('un', 0), item('détail', 1), item('deux', 0));
    expect(list).toMatchObject({
      type: 'orderedList',
      content: [
        { content: [{ content: [{ text: 'un' }] }, { type: 'bulletList', content: [{ type: 'listItem' }] }] },
        { content: [{ content: [{ text: 'deux' }] }] }
      ]
    });
  });

  it('keeps merged cells and widths of tables', async () => {
    const cell = (text: string, options = {}) =>
      new TableCell({ children: [new Paragraph(text)], ...options });
    const [table] = await read(
      new Table({
        columnWidths: [3000, 6000],
        width: { size: 9000, type: WidthType.DXA },
        rows: [
          new TableRow({ children: [cell('large', { columnSpan: 2 })] }),
          new TableRow({ children: [cell('haut', { rowSpan: 2 }), cell('a')] }),
          new TableRow({ children: [cell('b')] })
        ]
      })
    );
    expect(table!.content!.map((row) => row.content!.map((one) => one.attrs))).toEqual([
      [{ colspan: 2, colwidth: [200, 400] }],
      [{ rowspan: 2, colwidth: [200] }, { colwidth: [400] }],
      [{ colwidth: [400] }]
    ]);
  });

  it('carries pictures in the document and cuts at page breaks', async () => {
    const picture = new ImageRun({ type: 'png', data: PNG, transformation: { width: 120, height: 40 } });
    const blocks = await read(
      new Paragraph({ children: [picture] }),
      new Paragraph({ text: 'Annexe', pageBreakBefore: true })
    );
    expect(blocks[0]!.content![0]).toMatchObject({
      type: 'image',
      attrs: { src: `data:image/png;base64,${PNG.toString('base64')}`, width: 120, height: 40 }
    });
    expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'pageBreak', 'paragraph']);
  });

  it('says what is wrong with bytes that are not a .docx', async () => {
    await expect(importDocx(new Uint8Array([1, 2, 3]))).rejects.toThrow(/invalid zip data/);
  });
});
