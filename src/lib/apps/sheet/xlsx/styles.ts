import type { CellStyle } from 'hucre';
import type { Style } from '../workbook';
import { fromExcelFormat, toExcelFormat } from './number-formats';

const rgb = (colour: string): string => colour.slice(1).toUpperCase();
const LINE = { style: 'thin', color: { rgb: '1B2433' } } as const;
const SIDES = { t: 'top', l: 'left', b: 'bottom', r: 'right' } as const;

/** Look of a cell for Excel. Name and size of the font are always given: LibreOffice would fall back on a serif. */
export function toCellStyle(style: Style | null, format = style?.format): CellStyle {
  const numFmt = toExcelFormat(format ?? 'general');
  return {
    font: {
      name: 'Calibri',
      size: 11,
      ...(style?.bold ? { bold: true } : {}),
      ...(style?.italic ? { italic: true } : {}),
      ...(style?.underline ? { underline: true } : {}),
      ...(style?.ink ? { color: { rgb: rgb(style.ink) } } : {})
    },
    ...(style?.fill
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: rgb(style.fill) } } }
      : {}),
    ...(style?.border
      ? {
          border: Object.fromEntries(
            [...style.border].map((side) => [SIDES[side as keyof typeof SIDES], LINE] as const)
          )
        }
      : {}),
    ...(style?.align || style?.wrap
      ? {
          alignment: {
            ...(style.align ? { horizontal: style.align } : {}),
            ...(style.wrap ? { wrapText: true } : {})
          }
        }
      : {}),
    ...(numFmt ? { numFmt } : {})
  };
}

const hex = (value: string | undefined): string | undefined =>
  value && /^[0-9a-f]{6,8}$/i.test(value) ? `#${value.slice(-6).toLowerCase()}` : undefined;

/** Our look from Excel's; `null` when nothing of it is ours. Theme colours are not kept. */
export function fromCellStyle(style: CellStyle | undefined): Style | null {
  if (!style) return null;
  const { font, fill, border, alignment } = style;
  const format = fromExcelFormat(style.numFmt);
  const ground = fill?.type === 'pattern' && fill.pattern === 'solid' ? hex(fill.fgColor?.rgb) : undefined;
  const ink = hex(font?.color?.rgb);
  const sides = [...'tlbr'].filter((side) => border?.[SIDES[side as keyof typeof SIDES]]).join('');
  const align = alignment?.horizontal;
  const out: Style = {
    ...(format === 'general' ? {} : { format }),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(font?.underline ? { underline: true } : {}),
    ...(align === 'left' || align === 'center' || align === 'right' ? { align } : {}),
    ...(alignment?.wrapText ? { wrap: true } : {}),
    ...(ground && ground !== '#ffffff' ? { fill: ground } : {}),
    ...(ink && ink !== '#000000' ? { ink } : {}),
    ...(sides ? { border: sides } : {})
  };
  return Object.keys(out).length ? out : null;
}
