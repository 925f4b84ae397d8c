import type { DocJson } from '../schema';
import { at, descendant, elements, textIn, type XmlElement } from './xml';

const PX_PER_EMU = 96 / 914_400;
type Marks = { type: string; attrs?: Record<string, unknown> }[];

/** Reads the runs of a paragraph. A page break inside it cuts the result in pieces. */
export class InlineReader {
  readonly #marks: (properties: XmlElement | undefined) => Marks;
  readonly #picture: (relationship: string) => string | null;
  #pieces: DocJson[][] = [[]];
  /** Instruction of the complex field being read: its number is a token, not the text that was stored. */
  #field: 'none' | 'instruction' | 'skipped' = 'none';

  constructor(
    marks: (properties: XmlElement | undefined) => Marks,
    picture: (relationship: string) => string | null
  ) {
    this.#marks = marks;
    this.#picture = picture;
  }

  read(paragraph: XmlElement): DocJson[][] {
    this.#children(paragraph);
    return this.#pieces;
  }

  #children(parent: XmlElement): void {
    for (const element of elements(parent)) {
      if (element.name === 'w:r') this.#run(element);
      else if (element.name === 'w:fldSimple') this.#simpleField(element);
      else if (['w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent'].includes(element.name)) {
        this.#children(element);
      }
    }
  }

  #simpleField(element: XmlElement): void {
    const token = pageToken(element.attrs['w:instr'] ?? '');
    if (token) this.#push(token, this.#marks(at(element, 'w:r', 'w:rPr')));
    else this.#children(element);
  }

  #run(run: XmlElement): void {
    const marks = this.#marks(at(run, 'w:rPr'));
    for (const element of elements(run)) {
      if (element.name === 'w:fldChar') this.#fieldMark(element.attrs['w:fldCharType'] ?? '');
      else if (element.name === 'w:instrText') {
        const token = pageToken(textIn(element));
        if (token && this.#field === 'instruction') {
          this.#push(token, marks);
          this.#field = 'skipped';
        }
      } else if (this.#field === 'skipped') continue;
      else this.#piece(element, marks);
    }
  }

  #fieldMark(kind: string): void {
    if (kind === 'begin') this.#field = 'instruction';
    else if (kind === 'end') this.#field = 'none';
    else if (this.#field === 'instruction') this.#field = 'none';
  }

  #piece(element: XmlElement, marks: Marks): void {
    switch (element.name) {
      case 'w:t':
        return this.#push(textIn(element), marks);
      case 'w:tab':
      case 'w:ptab':
        return this.#push('\t', marks);
      case 'w:noBreakHyphen':
        return this.#push('\u2011', marks);
      case 'w:br':
        if (element.attrs['w:type'] === 'page') this.#pieces.push([]);
        else this.#pieces.at(-1)?.push({ type: 'hardBreak' });
        return;
      case 'w:drawing':
      case 'mc:AlternateContent':
        return this.#drawing(element);
    }
  }

  #push(text: string, marks: Marks): void {
    const piece = this.#pieces.at(-1);
    if (!text || !piece) return;
    const previous = piece.at(-1);
    if (previous?.text !== undefined && JSON.stringify(previous.marks ?? []) === JSON.stringify(marks)) {
      piece[piece.length - 1] = { ...previous, text: previous.text + text };
    } else piece.push({ type: 'text', text, ...(marks.length ? { marks } : {}) });
  }

  #drawing(element: XmlElement): void {
    const blip = descendant(element, 'a:blip');
    const src = blip ? this.#picture(blip.attrs['r:embed'] ?? '') : null;
    if (!src) return;
    const extent = descendant(element, 'wp:extent')?.attrs ?? {};
    const width = Math.round(Number(extent.cx ?? 0) * PX_PER_EMU);
    const height = Math.round(Number(extent.cy ?? 0) * PX_PER_EMU);
    const alt = descendant(element, 'wp:docPr')?.attrs.descr ?? '';
    const size = width > 0 && height > 0 ? { width, height } : {};
    this.#pieces.at(-1)?.push({ type: 'image', attrs: { src, alt, ...size } });
  }
}

/** `{page}` or `{pages}` of a field instruction, else null. */
function pageToken(instruction: string): string | null {
  const name = instruction.trim().split(/\s/)[0]?.toUpperCase();
  return name === 'PAGE' ? '{page}' : name === 'NUMPAGES' || name === 'SECTIONPAGES' ? '{pages}' : null;
}
