/** One replacement inside a text: at `at`, `remove` UTF-16 units give way to `insert`. */
export interface TextSplice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const isLowSurrogate = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** The smallest single replacement that turns `before` into `after`; `null` when they are equal. Never cuts an emoji in two. */
export function spliceBetween(before: string, after: string): TextSplice | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  if (isLowSurrogate(before, start) || isLowSurrogate(after, start)) start--;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (isLowSurrogate(before, before.length - end) || isLowSurrogate(after, after.length - end)) end--;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** The text after a replacement; a place beyond the end counts as the end. */
export function applySplice(text: string, { at, remove, insert }: TextSplice): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}
