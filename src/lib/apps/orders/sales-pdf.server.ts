import { existsSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { SalesPage } from './page';
import { SALES_PAGE_TYP } from './sales-page.typ.server';

/** Folders of Debian's Carlito and Liberation, used where they are installed (`PDF_FONTS` adds one of the centre's own). */
const FONT_FOLDERS = ['/usr/share/fonts/truetype/crosextra', '/usr/share/fonts/truetype/liberation'];
/** In order of preference; the last one is inside Typst, so that a page comes out on any machine. */
const FONTS = ['Carlito', 'Liberation Sans', 'Libertinus Serif'];

/** What the operator may set. */
export interface PdfOptions {
  /** One more folder of .ttf or .otf fonts. */
  readonly fontFolder?: string;
}

let compiler: { readonly key: string; readonly typst: NodeCompiler } | null = null;

/** One compiler is kept: making it reads the fonts. */
function typst(folders: readonly string[]): NodeCompiler {
  const key = folders.join('|');
  if (compiler?.key !== key)
    compiler = { key, typst: NodeCompiler.create({ fontArgs: [{ fontPaths: [...folders] }] }) };
  return compiler.typst;
}

/**
 * A sales page as a PDF/A-2b. The same page gives the same bytes: its date is the document's own.
 * Throws when Typst cannot compile it: a fault of the program, since data are never markup.
 */
export function salesPdf(page: SalesPage, options: PdfOptions = {}): Uint8Array {
  const folders = [options.fontFolder ?? process.env.PDF_FONTS, ...FONT_FOLDERS].filter(
    (folder): folder is string => folder !== undefined && existsSync(folder)
  );
  const instance = typst(folders);
  const bytes = instance.pdf(
    {
      mainFileContent: SALES_PAGE_TYP,
      inputs: { page: JSON.stringify(page), fonts: FONTS.join('|') }
    },
    { pdfStandard: 'a-2b' }
  );
  // What was read for one document is of no use to the next.
  instance.evictCache(10);
  return new Uint8Array(bytes);
}
