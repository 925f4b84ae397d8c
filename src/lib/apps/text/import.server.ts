import { openDocx, type DocxPackage } from './docx/package.server';
import { BlockReader } from './docx/reader';
import { docOf, type DocJson } from './schema';
import type { TextContent } from './seed';

/**
 * Reads the bytes of a .docx into a document of the editor: paragraphs and their formats (styles resolved), lists,
 * tables with merged cells and column widths, pictures, page breaks, header and footer of ordinary pages. Tracked
 * insertions are kept, deletions dropped; footnotes and text boxes are not read.
 * @throws Error with what is wrong when the bytes are not a .docx, in English, for the author's checker to wrap
 */
export async function importDocx(bytes: Uint8Array): Promise<TextContent> {
  const file = openDocx(bytes);
  const doc = documentOf(new BlockReader(file, 'word/document.xml').read(file.body));
  const header = band(file, 'header');
  const footer = band(file, 'footer');
  return { doc, ...(header ? { header } : {}), ...(footer ? { footer } : {}) };
}

function band(file: DocxPackage, kind: 'header' | 'footer'): DocJson | null {
  const found = file.band(kind);
  const content = found ? new BlockReader(file, found.part).read(found.root) : [];
  const doc: DocJson = { type: 'doc', content: withoutLastBlank(content) };
  return doc.content?.length ? (docOf(doc), doc) : null;
}

/** Word wants a paragraph after a table: in a header it would only push the text down. */
function withoutLastBlank(content: readonly DocJson[]): readonly DocJson[] {
  const last = content.at(-1);
  const isBlank = last?.type === 'paragraph' && !last.content && content.at(-2)?.type === 'table';
  return isBlank ? content.slice(0, -1) : content;
}

/** A body as a document: there is always a paragraph to write on at its end. */
function documentOf(content: readonly DocJson[]): DocJson {
  const endsOpen = content.length > 0 && content.at(-1)?.type !== 'table';
  const doc: DocJson = { type: 'doc', content: endsOpen ? content : [...content, { type: 'paragraph' }] };
  docOf(doc);
  return doc;
}
