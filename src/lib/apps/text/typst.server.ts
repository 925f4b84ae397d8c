import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { safeImageData } from './css-values';
import type { DocJson } from './schema';
import type { TextDocument } from './seed';
import { STYLES } from './styles';
import { TYPST_TEMPLATE } from './typst-template';
import { ttfOfWoff } from './woff.server';

const CONTENT_POINTS = (160 / 25.4) * 72;
const PX_TO_POINTS = 0.75;

/** The document as PDF without LibreOffice, typeset by Typst from the document's own data. */
export function typesetPdf(document: TextDocument, title = 'Document'): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: '/',
    fontArgs: [{ fontBlobs: documentFonts() }]
  });
  let pictures = 0;
  const prepared = (node: DocJson): DocJson => {
    const content = node.content ? { content: node.content.map(prepared) } : {};
    if (node.type === 'table')
      return { ...node, attrs: { ...node.attrs, columns: columnShares(node) }, ...content };
    const data = node.type === 'image' ? safeImageData(node.attrs?.src) : null;
    if (!data) return { ...node, ...content };
    const path = `/plateau-image-${++pictures}.${data.slice(11, data.indexOf(';')).replace('jpeg', 'jpg')}`;
    compiler.mapShadow(path, Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'));
    const width = typeof node.attrs?.width === 'number' ? node.attrs.width : 300;
    return {
      ...node,
      attrs: { ...node.attrs, path, points: Math.min(width * PX_TO_POINTS, CONTENT_POINTS) }
    };
  };
  const all = (doc: DocJson | undefined) => doc?.content?.map(prepared) ?? null;
  const data = {
    title,
    fonts: ['Carlito', 'Calibri', 'Libertinus Serif'],
    styles: Object.fromEntries(STYLES.map((style) => [style.id, style])),
    top: document.header ? 33 : 25,
    bottom: document.footer ? 28 : 25,
    header: all(document.header),
    footer: all(document.footer),
    body: all(document.doc) ?? []
  };
  return new Uint8Array(
    compiler.pdf({ mainFileContent: TYPST_TEMPLATE, inputs: { document: JSON.stringify(data) } })
  );
}

/** Relative widths of a table's columns, from the first row. */
function columnShares(table: DocJson): number[] {
  return (table.content?.[0]?.content ?? []).flatMap((cell): number[] => {
    const widths = cell.attrs?.colwidth;
    if (Array.isArray(widths) && widths.every((width) => typeof width === 'number')) return widths;
    const span = typeof cell.attrs?.colspan === 'number' ? cell.attrs.colspan : 1;
    return Array.from({ length: span }, () => 100);
  });
}

let loaded: Buffer[] | undefined;

/** Carlito, Arimo and Tinos from the packages that the page uses; none when the packages are not installed. */
function documentFonts(): Buffer[] {
  loaded ??= ['carlito', 'arimo', 'tinos'].flatMap((family) =>
    ['400-normal', '400-italic', '700-normal', '700-italic'].flatMap((face) => {
      const path = fontPath(`@fontsource/${family}/files/${family}-latin-${face}.woff`);
      return path ? [ttfOfWoff(readFileSync(path))] : [];
    })
  );
  return loaded;
}

function fontPath(name: string): string | null {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path)) ?? null;
}
