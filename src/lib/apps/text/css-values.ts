/**
 * What a document may put in a style attribute. Values come from candidates' steps and from authors' files, so that
 * only these shapes are ever written on the page; anything else reads as absent.
 */

/** Fonts offered in documents: real names (what the .docx carries), drawn by metric-compatible faces. */
export const FONTS = ['Calibri', 'Arial', 'Times New Roman'] as const;
/** Sizes offered, in points. */
export const SIZES = [8, 9, 10, 10.5, 11, 12, 14, 16, 18, 20, 24, 28, 36, 48] as const;
export const ALIGNMENTS = ['left', 'center', 'right', 'justify'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** `#rrggbb`, else null. */
export const safeColor = (value: unknown): string | null =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null;

/** A font name without anything that could leave the declaration, else null. */
export const safeFont = (value: unknown): string | null =>
  typeof value === 'string' && /^[\p{L}\d][\p{L}\d -]{0,48}$/u.test(value) ? value : null;

/** A finite number within bounds, else null. */
export const safeNumber = (value: unknown, min: number, max: number): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max ? value : null;

/** One of the four alignments, else null (the style's own). */
export const safeAlignment = (value: unknown): Alignment | null =>
  ALIGNMENTS.find((alignment) => alignment === value) ?? null;

/** A picture carried inside the document, else null: no other source is ever fetched. */
export const safeImageData = (value: unknown): string | null =>
  typeof value === 'string' && /^data:image\/(png|jpeg|gif|webp|bmp);base64,[a-z0-9+/=]+$/i.test(value)
    ? value
    : null;

/** SHA-256 of a blob, else null. */
export const safeHash = (value: unknown): string | null =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null;
