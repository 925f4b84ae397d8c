import { CODE_LENGTH } from './access-code';

/** Groups a code while it is typed: `k7qf2m` → `K7QF-2M`. Anything but letters and digits is dropped. */
export function groupTyped(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CODE_LENGTH);
  return plain.length > 4 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
}
