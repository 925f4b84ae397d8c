import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** In order of preference; the last one is inside Typst, so that a document comes out on any machine. */
const FONTS = ['Carlito', 'Liberation Sans', 'Libertinus Serif'];
const DEBIAN = ['/usr/share/fonts/truetype/crosextra', '/usr/share/fonts/truetype/liberation'];

let compiler: NodeCompiler | null = null;

/** Liberation Sans, which the PDF viewer’s package carries, for machines without the Debian fonts. */
function packageFonts(): readonly string[] {
  const name = 'pdfjs-dist/standard_fonts';
  return (createRequire(import.meta.url).resolve.paths(name) ?? []).map((folder) => `${folder}/${name}`);
}

function typst(): NodeCompiler {
  const fontPaths = [...DEBIAN, ...packageFonts()].filter((folder) => existsSync(folder));
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths }] });
  return compiler;
}

/**
 * A PDF/A-2b of `template`, which reads `data` as JSON from `sys.inputs.data`: data are never markup. `at` (ms since
 * 1970) dates the file, so that the same data give the same bytes.
 */
export function typesetPdf(template: string, data: unknown, at: number): Uint8Array {
  const instance = typst();
  const bytes = instance.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data), fonts: FONTS.join('|') } },
    { pdfStandard: 'a-2b', creationTimestamp: Math.floor(at / 1000) }
  );
  instance.evictCache(10);
  return new Uint8Array(bytes);
}
