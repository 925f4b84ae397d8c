/** Types that a browser may show in place; the others are saved, so that nothing of a piece ever runs in the page. */
const SHOWN_IN_PLACE = /^(audio\/|image\/(png|jpeg|gif|webp)$|application\/pdf$)/;

/** `Content-Disposition` with a name in any alphabet (RFC 6266). */
export function disposition(mediaType: string, name: string | null): string {
  const kind = SHOWN_IN_PLACE.test(mediaType) ? 'inline' : 'attachment';
  const clean = (name ?? '').replace(/[\p{Cc}/\\]/gu, '').slice(0, 200);
  if (!clean) return kind;
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`
  );
  return `${kind}; filename*=UTF-8''${encoded}`;
}

/** The one range of a `Range` header, both ends included; `null` without one (or with several), `impossible` beyond the end. */
export function byteRange(
  header: string | null,
  size: number
): { readonly start: number; readonly end: number } | 'impossible' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const last = size - 1;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? last : Math.min(last, Number(match[2]));
  return start > end || start > last ? 'impossible' : { start, end };
}
