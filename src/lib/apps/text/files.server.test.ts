import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import { treeModel } from '../../desk/files/model';
import { writeDocx } from './docx/write.server';
import { textExporter } from './files.server';
import { importDocx } from './import.server';
import { textModel } from './model';
import { docOf, textOf, type DocJson } from './schema';
import { docWith, paragraph, text } from './testing/builders';
import { typesetPdf } from './typst.server';

const cell = (value: string, attrs = {}) => ({ type: 'tableCell', attrs, content: [paragraph(value)] });
const row = (...cells: DocJson[]): DocJson => ({ type: 'tableRow', content: cells });
const item = (value: string): DocJson => ({ type: 'listItem', content: [paragraph(value)] });

const letter = docWith(
  paragraph('Monsieur Jean AUBRY', { style: 'tight', indent: 95 }),
  paragraph([text('Objet\u00a0:', 'bold'), text(' votre réclamation')]),
  paragraph('Un avoir de 414,00\u00a0€ TTC.', { textAlign: 'justify' }),
  { type: 'orderedList', content: [item('six jardinières'), item('enlèvement')] },
  { type: 'table', content: [row(cell('Total', { colspan: 2 })), row(cell('HT'), cell('345,00\u00a0€'))] },
  { type: 'pageBreak' },
  paragraph('Annexe', { textAlign: 'right' })
);
const document = {
  doc: letter,
  header: docWith(paragraph('Verdelis')),
  footer: docWith(paragraph('Page {page} / {pages}')),
  version: 0
};
const noBlob = () => Promise.resolve(null);
const lines = (value: string) => value.split(/\n+/).filter(Boolean);

describe('exporting a document', () => {
  it('gives a .docx whose text an independent reader finds whole', async () => {
    const bytes = await writeDocx(document, 'Lettre', noBlob);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(lines(value)).toEqual(lines(textOf(letter)));
  });

  it('comes back the same through the import', async () => {
    const back = await importDocx(await writeDocx(document, 'Lettre', noBlob));
    expect(back.doc.content!.map((block) => block.type)).toEqual(letter.content!.map((block) => block.type));
    expect(back.doc.content![0]!.attrs).toEqual({ style: 'tight', indent: 95 });
    expect(back.doc.content![1]!.content).toEqual(letter.content![1]!.content);
    expect(back.doc.content![2]!.attrs).toEqual({ textAlign: 'justify' });
    expect(textOf(back.footer!)).toBe('Page {page} / {pages}');
    expect(textOf(back.header!)).toBe('Verdelis');
    expect(docOf(back.doc).childCount).toBe(7);
  });

  it('is typeset as PDF without LibreOffice', () => {
    const pdf = Buffer.from(typesetPdf(document)).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
  });

  it('exports every document that is neither frozen nor in the bin', async () => {
    const scene = demoScene({ files: [{ ...demoScene().files[0]!, content: { doc: letter } }] });
    const desk = deskReader(scene, { tree: treeModel.open(scene), text: textModel.open(scene) });
    const files = await textExporter.exportAll(desk);
    expect(files.map((file) => file.name)).toEqual(['Modèle de lettre.docx', 'Modèle de lettre.pdf']);
    expect(Buffer.from(files[1]!.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  }, 60_000);
});
