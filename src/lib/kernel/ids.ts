import type { Brand } from './brand';

export type SessionId = Brand<string, 'SessionId'>;
export type SittingId = Brand<string, 'SittingId'>;
export type AccountId = Brand<string, 'AccountId'>;
/** SHA-256 of a blob's bytes, lower-case hexadecimal. */
export type BlobHash = Brand<string, 'BlobHash'>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A sortable-free random identifier of `length` characters of Crockford's base 32, from bytes given by the caller
 * (`crypto.getRandomValues`, which also exists on pages served over plain http, unlike `crypto.randomUUID`).
 */
export function idFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
}
