import { describe, expect, it } from 'vitest';
import { isForeign } from './security-headers.server';

const asked = (method: string, headers: Record<string, string>) =>
  new Request('http://192.168.1.10:4600/x', { method, headers: { host: '192.168.1.10:4600', ...headers } });

describe('a request that changes something', () => {
  it('is taken from a page of this very server, or of its declared origin', () => {
    expect(isForeign(asked('POST', { origin: 'http://192.168.1.10:4600' }), null)).toBe(false);
    expect(
      isForeign(asked('POST', { origin: 'https://examen.example.fr' }), 'https://examen.example.fr')
    ).toBe(false);
    expect(isForeign(asked('POST', {}), null)).toBe(false);
  });

  it('is refused from anywhere else', () => {
    expect(isForeign(asked('POST', { origin: 'http://evil.example' }), null)).toBe(true);
    expect(isForeign(asked('DELETE', { origin: 'http://192.168.1.10:8080' }), null)).toBe(true);
    expect(isForeign(asked('POST', { origin: 'null' }), null)).toBe(true);
    expect(isForeign(asked('POST', { 'sec-fetch-site': 'cross-site' }), null)).toBe(true);
    expect(isForeign(asked('GET', { origin: 'http://evil.example' }), null)).toBe(false);
  });
});
