/** No I, O, 0 nor 1: nothing that a tired candidate can misread on a sheet of paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Number of characters of an access code: 32^8 ≈ 10^12 codes. */
export const CODE_LENGTH = 8;

/** The code drawn from `CODE_LENGTH` random bytes. */
export const codeFromBytes = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte & 31]).join('');

/** As it is printed: `K7QF-2MZD`. */
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Reads a code as people type it (any case, spaces, hyphens, dots); `null` when it cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\u00a0\u202f.\-–—_]/gu, '');
  return code.length === CODE_LENGTH && [...code].every((char) => ALPHABET.includes(char)) ? code : null;
}
