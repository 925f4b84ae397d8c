/** A file to show (`inline`) or to save; its name may be in any alphabet (RFC 6266). */
export const download = (
  bytes: Uint8Array,
  mediaType: string,
  name: string,
  kind: 'inline' | 'attachment'
): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `${kind}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff'
    }
  });
