import { seededDraw } from '../kernel/random';

const UNITS: Readonly<Record<string, number>> = { s: 1000, min: 60_000, h: 3_600_000 };

/** `40 s`, `5 min`, `1 h` in ms. The schema has checked the text. */
export function durationMs(text: string): number {
  const match = /^(\d+) ?(s|min|h)$/.exec(text);
  if (!match) throw new Error(`not a duration: ${text}`);
  return Number(match[1]) * UNITS[match[2]!]!;
}

/** `00:05` or `00:05:30` in exam ms. The schema has checked the text. */
export function examMs(text: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = text.split(':');
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** Euros to cents, per cent to basis points. */
export const hundredths = (value: number): number => Math.round(value * 100);

/** An identifier that says nothing: the same for the same words, for ever, in every build. */
export function opaqueKey(prefix: string, ...words: readonly string[]): string {
  const part = (salt: string) => Math.floor(seededDraw(salt, ...words) * 2 ** 32).toString(36);
  return `${prefix}-${part('a')}${part('b')}`;
}

/** A single value or a list, as a list. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
