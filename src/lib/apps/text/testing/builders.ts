import type { DocJson } from '../schema';

/** A text node, with marks by name. */
export const text = (value: string, ...marks: readonly string[]): DocJson => ({
  type: 'text',
  text: value,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {})
});

/** A paragraph of one text or of given nodes. */
export const paragraph = (
  content: string | readonly DocJson[],
  attrs?: Readonly<Record<string, unknown>>
): DocJson => ({
  type: 'paragraph',
  ...(attrs ? { attrs } : {}),
  ...(content === '' ? {} : { content: typeof content === 'string' ? [text(content)] : content })
});

export const docWith = (...content: readonly DocJson[]): DocJson => ({ type: 'doc', content });
