/** Days of spreadsheets: serial 1 is 1 January 1900 and Excel's false 29 February 1900 is kept, so 17/03/2026 is 46098. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Serial of a calendar day (`month` from 1); `null` when there is no such day. */
export function serialOf(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999)
    return null;
  return (ms - EPOCH) / DAY;
}

/** UTC date of a serial, to the second. */
export const dateOfSerial = (serial: number): Date => new Date(EPOCH + Math.round(serial * 86_400) * 1000);

/** Serial of a story instant, with its fraction of a day. */
export const serialOfMs = (ms: number): number => (ms - EPOCH) / DAY;
