import { Extension, Mark, Node, mergeAttributes, type AnyExtension } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { BorderedTableView } from './table-view';
import { safeAlignment, safeColor, safeFont, safeHash, safeImageData, safeNumber } from './css-values';

/** Step of « Augmenter le retrait », in mm: the default tab stop of French documents. */
export const INDENT_STEP_MM = 12.5;

/** Paragraph formats shared by paragraphs and headings: alignment, left indent (mm), spacing (pt), line pitch. */
const BlockFormat = Extension.create({
  name: 'blockFormat',
  addGlobalAttributes() {
    const styled = (
      name: string,
      css: (value: unknown) => string | null,
      read: (style: CSSStyleDeclaration) => unknown
    ) => ({
      [name]: {
        default: null,
        parseHTML: (element: HTMLElement) => read(element.style),
        renderHTML: (attributes: Record<string, unknown>) => {
          const style = css(attributes[name]);
          return style ? { style } : {};
        }
      }
    });
    const px = (name: string, value: number | null, unit: string) =>
      value === null ? null : `${name}: ${value}${unit}`;
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: {
          ...styled(
            'textAlign',
            (value) => (safeAlignment(value) ? `text-align: ${safeAlignment(value)}` : null),
            (style) => safeAlignment(style.textAlign)
          ),
          ...styled(
            'indent',
            (value) => px('margin-left', safeNumber(value, 0, 160), 'mm'),
            () => null
          ),
          ...styled(
            'firstLine',
            (value) => px('text-indent', safeNumber(value, -60, 60), 'mm'),
            () => null
          ),
          ...styled(
            'before',
            (value) => px('margin-top', safeNumber(value, 0, 400), 'pt'),
            () => null
          ),
          ...styled(
            'after',
            (value) => px('margin-bottom', safeNumber(value, 0, 400), 'pt'),
            () => null
          ),
          ...styled(
            'line',
            (value) => px('line-height', lineHeight(value), ''),
            () => null
          )
        }
      }
    ];
  }
});

/** A multiple of the font's own pitch (1.22 for the faces used) as a CSS line height. */
function lineHeight(value: unknown): number | null {
  const multiple = safeNumber(value, 0.5, 5);
  return multiple === null ? null : Math.round(multiple * 122) / 100;
}

/** Paragraph styles besides Normal: `tight` is « Sans interligne », `title` is « Titre ». */
const ParagraphStyle = Extension.create({
  name: 'paragraphStyle',
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph'],
        attributes: {
          style: {
            default: null,
            parseHTML: (element: HTMLElement) => element.dataset.style ?? null,
            renderHTML: ({ style }: Record<string, unknown>) =>
              style === 'tight' || style === 'title' ? { 'data-style': style } : {}
          }
        }
      }
    ];
  }
});

/** Font, size (pt), colour and highlight of a run, in one mark so that runs stay few. */
const TextStyle = Mark.create({
  name: 'textStyle',
  priority: 101,
  addAttributes: () => ({
    font: { default: null, rendered: false },
    size: { default: null, rendered: false },
    color: { default: null, rendered: false },
    highlight: { default: null, rendered: false }
  }),
  parseHTML: () => [
    {
      tag: 'span[style]',
      getAttrs: (element) => {
        const { fontFamily, fontSize, color, backgroundColor } = element.style;
        const points = fontSize.endsWith('pt') ? parseFloat(fontSize) : null;
        const attrs = {
          font: safeFont(fontFamily.split(',')[0]?.replaceAll(/["']/g, '').trim()),
          size: safeNumber(points, 4, 200),
          color: hexOf(color),
          highlight: hexOf(backgroundColor)
        };
        return Object.values(attrs).some((value) => value !== null) ? attrs : false;
      }
    }
  ],
  renderHTML({ mark }) {
    const { font, size, color, highlight } = mark.attrs;
    const style = [
      safeFont(font) && `font-family: '${safeFont(font)}'`,
      safeNumber(size, 4, 200) && `font-size: ${safeNumber(size, 4, 200)}pt`,
      safeColor(color) && `color: ${safeColor(color)}`,
      safeColor(highlight) && `background-color: ${safeColor(highlight)}`
    ].filter(Boolean);
    return ['span', { style: style.join('; ') }, 0];
  }
});

/** Browsers report `rgb(r, g, b)` for a colour written as hexadecimal. */
function hexOf(color: string): string | null {
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  if (!rgb) return safeColor(color);
  const hex = rgb.slice(1).map((part) => Number(part).toString(16).padStart(2, '0'));
  return safeColor(`#${hex.join('')}`);
}

const shifted = (name: string, tag: 'sup' | 'sub') =>
  Mark.create({
    name,
    excludes: 'superscript subscript',
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0]
  });

/** Draws a stored blob; the port gives its URL. */
export interface ImageOptions {
  readonly blobUrl: (hash: string, name: string) => string;
}

/** A picture in the line: its bytes in the document (`src`, data URL) or a file of the desk (`blob`). Sizes in px. */
export const Picture = Node.create<ImageOptions>({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addOptions: () => ({ blobUrl: () => '' }),
  addAttributes: () => ({
    src: { default: null, rendered: false },
    blob: { default: null, rendered: false },
    alt: { default: '', rendered: false },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false }
  }),
  parseHTML: () => [
    {
      tag: 'img[src]',
      getAttrs: (element) => {
        const src = safeImageData(element.getAttribute('src'));
        const blob = safeHash(element.dataset.blob);
        const width = safeNumber(Number(element.getAttribute('width')), 1, 4000);
        return src || blob
          ? { src: blob ? null : src, blob, alt: element.getAttribute('alt') ?? '', width }
          : false;
      }
    }
  ],
  renderHTML({ node }) {
    const { src, blob, alt, width, height } = node.attrs as Record<string, unknown>;
    const hash = safeHash(blob);
    return [
      'img',
      mergeAttributes({
        src: hash ? this.options.blobUrl(hash, String(alt)) : (safeImageData(src) ?? ''),
        alt: String(alt),
        ...(hash ? { 'data-blob': hash } : {}),
        ...(safeNumber(width, 1, 4000) ? { width } : {}),
        ...(safeNumber(height, 1, 4000) ? { height } : {})
      })
    ];
  }
});

/** What follows starts on a new page. */
const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'hr[data-page-break]' }],
  renderHTML: () => ['hr', { 'data-page-break': '' }]
});

/** Tables; `borders: false` is a layout table, as letterheads use. */
const BorderedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      borders: {
        default: true,
        parseHTML: (element: HTMLElement) => element.dataset.borders !== 'none',
        renderHTML: ({ borders }: Record<string, unknown>) =>
          borders === false ? { 'data-borders': 'none' } : {}
      }
    };
  }
});

/** Every node and mark of a document, with TipTap's commands over them. */
export function documentExtensions(options: ImageOptions): AnyExtension[] {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      trailingNode: false,
      heading: { levels: [1, 2, 3] },
      dropcursor: { color: 'var(--accent)', width: 2 }
    }),
    BlockFormat,
    ParagraphStyle,
    TextStyle,
    shifted('superscript', 'sup'),
    shifted('subscript', 'sub'),
    Picture.configure(options),
    PageBreak,
    BorderedTable.configure({ resizable: true, View: BorderedTableView, cellMinWidth: 24 }),
    TableRow,
    TableHeader,
    TableCell
  ];
}
