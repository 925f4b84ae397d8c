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
  return found ? documentOf(new BlockReader(file, found.part).read(found.root)) : null;
}

function documentOf(content: readonly DocJson[]): DocJson {
  const doc: DocJson = { type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] };
  docOf(doc);
  return doc;
}
