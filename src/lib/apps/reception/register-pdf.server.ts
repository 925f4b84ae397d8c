import { existsSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { formatDay } from '../../kernel/format-fr';
import { parseStory, storyIso } from '../../kernel/story-time';
import type { Scene } from '../../scene/scene';
import { REGISTER_HEADINGS } from './register';

/** Folders of Debian's Carlito and Liberation, used where they are installed. */
const FONT_FOLDERS = ['/usr/share/fonts/truetype/crosextra', '/usr/share/fonts/truetype/liberation'];
/** In order of preference; the last one is inside Typst, so that a page comes out on any machine. */
const FONTS = ['Carlito', 'Liberation Sans', 'Libertinus Serif'];

/** Data come by `sys.inputs` as JSON and only ever become strings: nothing that a candidate types is read as markup. */
const TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#let rule = 0.5pt + rgb("#b9c3d2")
#let day = data.day.split("-").map(int)
#set document(
  title: data.title,
  author: data.firm,
  date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)),
)
#set text(lang: "fr", region: "FR", size: 9pt, font: sys.inputs.fonts.split("|"))
#set page(
  paper: "a4",
  flipped: true,
  margin: 14mm,
  footer: align(right, context [#counter(page).display() / #counter(page).final().first()]),
)
#heading(level: 1, data.title)
#data.firm, #data.words
#table(
  columns: (auto, 1.2fr, 1.2fr, 1.6fr, 1.2fr, auto, auto, auto, auto),
  stroke: rule,
  inset: 5pt,
  table.header(..data.headings.map(it => table.cell(fill: rgb("#eef2f7"), strong(it)))),
  ..data.rows.flatten(),
)
`;

let compiler: NodeCompiler | null = null;

/** The visitors' register as a PDF/A-2b, landscape. The same lines give the same bytes. */
export function registerPdf(scene: Scene, rows: readonly (readonly string[])[]): Uint8Array {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontPaths: FONT_FOLDERS.filter((folder) => existsSync(folder)) }]
  });
  const day = parseStory(scene.storyStart) ?? 0;
  const data = {
    title: 'Registre des visiteurs',
    firm: scene.firm.name,
    day: storyIso(day).slice(0, 10),
    words: formatDay(day),
    headings: REGISTER_HEADINGS,
    rows
  };
  const bytes = compiler.pdf(
    { mainFileContent: TEMPLATE, inputs: { data: JSON.stringify(data), fonts: FONTS.join('|') } },
    { pdfStandard: 'a-2b' }
  );
  compiler.evictCache(10);
  return new Uint8Array(bytes);
}
