import { ImageRun, PageNumber, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { safeColor, safeFont, safeNumber } from '../css-values';
import type { DocJson } from '../schema';
import { imageSize } from './image-size';

/** Bytes of the pictures of a document, by data URL or blob hash. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** Width between the margins, in px. */
const CONTENT_WIDTH = (160 / 25.4) * 96;

/** Inline content as runs. `{page}` and `{pages}` become Word's fields. */
export function runsOf(content: readonly DocJson[] | undefined, pictures: Pictures): ParagraphChild[] {
  return (content ?? []).flatMap((node): ParagraphChild[] => {
    if (node.type === 'hardBreak') return [new TextRun({ break: 1 })];
    if (node.type === 'image') return [imageRun(node, pictures)];
    return node.text === undefined ? [] : [textRun(node.text, formatOf(node))];
  });
}

function textRun(text: string, format: IRunOptions): TextRun {
  const pieces = text.split(/(\{pages?\}|\t)/).filter((piece) => piece !== '');
  const children = pieces.map((piece) =>
    piece === '{page}' ? PageNumber.CURRENT : piece === '{pages}' ? PageNumber.TOTAL_PAGES : piece
  );
  return new TextRun({ ...format, children });
}

function formatOf(node: DocJson): IRunOptions {
  const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]));
  const style = marks.get('textStyle') ?? {};
  const font = safeFont(style.font);
  const size = safeNumber(style.size, 4, 200);
  const color = safeColor(style.color);
  const highlight = safeColor(style.highlight);
  return {
    ...(marks.has('bold') ? { bold: true } : {}),
    ...(marks.has('italic') ? { italics: true } : {}),
    ...(marks.has('underline') ? { underline: {} } : {}),
    ...(marks.has('strike') ? { strike: true } : {}),
    ...(marks.has('superscript') ? { superScript: true } : {}),
    ...(marks.has('subscript') ? { subScript: true } : {}),
    ...(font ? { font } : {}),
    ...(size ? { size: Math.round(size * 2) } : {}),
    ...(color ? { color: color.slice(1) } : {}),
    ...(highlight ? { shading: { type: 'clear', color: 'auto', fill: highlight.slice(1) } } : {})
  };
}

/** Key of a picture in `Pictures`. */
export const pictureKey = (node: DocJson): string => String(node.attrs?.blob ?? node.attrs?.src ?? '');

function imageRun(node: DocJson, pictures: Pictures): ParagraphChild {
  const data = pictures.get(pictureKey(node));
  const natural = data ? imageSize(data) : null;
  const alt = String(node.attrs?.alt ?? '');
  if (!data || !natural) return new TextRun({ text: `[Image\u00a0: ${alt || 'sans titre'}]`, italics: true });
  const asked = safeNumber(node.attrs?.width, 1, 4000) ?? natural.width;
  const width = Math.min(asked, CONTENT_WIDTH);
  const ratio = (safeNumber(node.attrs?.height, 1, 4000) ?? (asked * natural.height) / natural.width) / asked;
  return new ImageRun({
    type: natural.type,
    data,
    transformation: { width: Math.round(width), height: Math.round(width * ratio) },
    altText: { name: alt || 'Image', description: alt, title: alt }
  });
}
