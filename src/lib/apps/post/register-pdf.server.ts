import { existsSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { RegisterTable } from './register-rows';

/** Folders of Debian's Carlito and Liberation, used where they are installed; the last font is inside Typst. */
const FONT_FOLDERS = ['/usr/share/fonts/truetype/crosextra', '/usr/share/fonts/truetype/liberation'];
const FONTS = ['Carlito', 'Liberation Sans', 'Libertinus Serif'];

/** Data come as JSON and only ever become strings: nothing that a candidate types is read as markup. */
const PAGE = String.raw`
#let data = json(bytes(sys.inputs.table))
#set document(title: data.title)
#set text(lang: "fr", region: "FR", size: 8.5pt, font: sys.inputs.fonts.split("|"))
#set page(paper: "a4", flipped: true, margin: 14mm, footer: context align(right, text(size: 8pt, [#counter(page).display() / #counter(page).final().first()])))
#text(size: 14pt, weight: "bold", data.title)
#v(4pt)
#table(
  columns: (auto, auto, 1.3fr, 1.3fr, auto, 1.6fr, auto, 1.1fr, auto),
  stroke: 0.5pt + rgb("#b9c3d2"),
  inset: 4pt,
  table.header(..data.heads.map(head => text(weight: "bold", head))),
  ..data.rows.map(row => row.cells.map(cell => if row.struck { strike(text(cell)) } else { text(cell) })).flatten(),
)
`;

/** The register as a PDF in landscape A4. Throws when Typst cannot compile it: a fault of the program. */
export function registerPdf(table: RegisterTable): Uint8Array {
  const typst = NodeCompiler.create({
    fontArgs: [{ fontPaths: FONT_FOLDERS.filter((folder) => existsSync(folder)) }]
  });
  const inputs = { table: JSON.stringify(table), fonts: FONTS.join('|') };
  return new Uint8Array(typst.pdf({ mainFileContent: PAGE, inputs }));
}
