import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, type ILevelsOptions } from 'docx';
import type { DocJson } from '../schema';
import type { TextDocument } from '../seed';
import { safeImageData } from '../css-values';
import { DEFAULT_FONT, styleById, type StyleId } from '../styles';
import { BlockWriter } from './blocks';
import { pictureKey, type Pictures } from './runs';

/** Bytes of a stored blob; null when it is not there. */
export type BlobReader = (hash: string) => Promise<Uint8Array | null>;

const MARGIN = Math.round((25 / 25.4) * 1440);
const EDGE = Math.round((12.5 / 25.4) * 1440);
const STEP = 720;

/** The document as a .docx that Word opens in French: A4, the house's styles, letterhead, numbered lists. */
export async function writeDocx(
  document: TextDocument,
  title: string,
  blob: BlobReader
): Promise<Uint8Array> {
  const pictures = await picturesOf([document.doc, document.header, document.footer], blob);
  const writer = new BlockWriter(pictures);
  const { header, footer } = document;
  const file = new Document({
    title,
    creator: 'Plateau',
    styles: {
      default: {
        document: {
          run: { font: DEFAULT_FONT, size: 22, language: { value: 'fr-FR' } },
          paragraph: { spacing: { after: 160, line: 259, lineRule: 'auto' } }
        },
        heading1: style('heading1'),
        heading2: style('heading2'),
        heading3: style('heading3'),
        title: style('title')
      },
      paragraphStyles: [
        { id: 'NoSpacing', name: 'No Spacing', basedOn: 'Normal', quickFormat: true, ...style('tight') },
        { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'Normal', quickFormat: true }
      ]
    },
    numbering: {
      config: [
        { reference: 'puces', levels: levels(LevelFormat.BULLET) },
        { reference: 'numeros', levels: levels(LevelFormat.DECIMAL) }
      ]
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: EDGE, footer: EDGE }
          }
        },
        ...(header ? { headers: { default: new Header({ children: writer.write(header.content) }) } } : {}),
        ...(footer ? { footers: { default: new Footer({ children: writer.write(footer.content) }) } } : {}),
        children: writer.write(document.doc.content)
      }
    ]
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function style(id: StyleId) {
  const { size, bold, color, before, after, line } = styleById(id);
  return {
    run: { size: size * 2, bold, font: DEFAULT_FONT, ...(color ? { color: color.slice(1) } : {}) },
    paragraph: {
      spacing: {
        before: before * 20,
        after: after * 20,
        line: Math.round(line * 240),
        lineRule: 'auto' as const
      }
    }
  };
}

const BULLETS = ['•', 'o', '▪'];
const levels = (format: typeof LevelFormat.BULLET | typeof LevelFormat.DECIMAL): ILevelsOptions[] =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? (BULLETS[level % 3] ?? '•') : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP / 2 } } }
  }));

async function picturesOf(docs: readonly (DocJson | undefined)[], blob: BlobReader): Promise<Pictures> {
  const pictures = new Map<string, Uint8Array>();
  const visit = async (node: DocJson): Promise<void> => {
    if (node.type === 'image') {
      const bytes = await bytesOf(node, blob);
      if (bytes) pictures.set(pictureKey(node), bytes);
    }
    for (const child of node.content ?? []) await visit(child);
  };
  for (const doc of docs) if (doc) await visit(doc);
  return pictures;
}

async function bytesOf(node: DocJson, blob: BlobReader): Promise<Uint8Array | null> {
  if (typeof node.attrs?.blob === 'string') return blob(node.attrs.blob);
  const data = safeImageData(node.attrs?.src);
  return data ? new Uint8Array(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')) : null;
}
