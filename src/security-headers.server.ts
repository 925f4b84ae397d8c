/** On every answer. The content security policy is Kit's (`svelte.config.js`), which knows the nonces. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The microphone is for authors who record a voice; the browser asks them.
  'permissions-policy': 'camera=(), microphone=(self), geolocation=(), display-capture=(), payment=(), usb=()'
};

/**
 * True when a request that changes something comes from a page of another origin. Without a declared origin (the room
 * reaches the server itself) the page's host must be the one that was asked.
 */
export function isForeign(request: Request, declaredOrigin: string | null): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin === null) return site !== null && site !== 'same-origin' && site !== 'none';
  if (!URL.canParse(origin)) return true;
  if (declaredOrigin !== null && origin === declaredOrigin) return false;
  return new URL(origin).host !== request.headers.get('host');
}
