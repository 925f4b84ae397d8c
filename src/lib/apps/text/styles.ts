/** The paragraph styles of documents, one table for the toolbar, the page and the .docx. Sizes and spaces in points. */
export interface ParagraphStyle {
  readonly id: 'normal' | 'tight' | 'title' | 'heading1' | 'heading2' | 'heading3';
  /** French name, as in the menu. */
  readonly label: string;
  /** Word's own identifier, so that the .docx falls on Word's built-in styles. */
  readonly word: string;
  readonly size: number;
  readonly bold: boolean;
  readonly color: string | null;
  readonly before: number;
  readonly after: number;
  /** Multiple of the font's line pitch. */
  readonly line: number;
}

export const STYLES: readonly ParagraphStyle[] = [
  {
    id: 'normal',
    label: 'Normal',
    word: 'Normal',
    size: 11,
    bold: false,
    color: null,
    before: 0,
    after: 8,
    line: 1.08
  },
  {
    id: 'tight',
    label: 'Sans interligne',
    word: 'NoSpacing',
    size: 11,
    bold: false,
    color: null,
    before: 0,
    after: 0,
    line: 1
  },
  {
    id: 'heading1',
    label: 'Titre 1',
    word: 'Heading1',
    size: 16,
    bold: false,
    color: '#2f5496',
    before: 12,
    after: 0,
    line: 1.08
  },
  {
    id: 'heading2',
    label: 'Titre 2',
    word: 'Heading2',
    size: 13,
    bold: false,
    color: '#2f5496',
    before: 8,
    after: 0,
    line: 1.08
  },
  {
    id: 'heading3',
    label: 'Titre 3',
    word: 'Heading3',
    size: 12,
    bold: false,
    color: '#1f3763',
    before: 6,
    after: 0,
    line: 1.08
  },
  {
    id: 'title',
    label: 'Titre',
    word: 'Title',
    size: 28,
    bold: false,
    color: null,
    before: 0,
    after: 6,
    line: 1
  }
];

/** Default font of every style. */
export const DEFAULT_FONT = 'Calibri';

export type StyleId = ParagraphStyle['id'];

export const styleById = (id: StyleId): ParagraphStyle =>
  STYLES.find((style) => style.id === id) ?? (STYLES[0] as ParagraphStyle);

/** Style of a paragraph or heading, from its type and attributes. */
export function styleOf(type: string, attrs: Readonly<Record<string, unknown>> | undefined): ParagraphStyle {
  if (type === 'heading') {
    const level = attrs?.level;
    return styleById(level === 2 ? 'heading2' : level === 3 ? 'heading3' : 'heading1');
  }
  return styleById(attrs?.style === 'tight' || attrs?.style === 'title' ? attrs.style : 'normal');
}
