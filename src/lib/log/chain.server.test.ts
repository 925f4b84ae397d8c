import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../kernel/canonical-json';
import { chain, hashEntry } from './chain.server';
import { FIRST_PREV, type EntryDraft } from './entry';

const draft: EntryDraft = {
  t: 1_250,
  wall: 1_773_734_400_000,
  by: 'candidate',
  type: 'notes.edited',
  v: 1,
  d: { zone: 'é "«» \u2028', at: 3, inner: [{ b: null, a: 1.5 }] }
};

describe('the hash of an entry', () => {
  it('is that of the canonical JSON of all of it', () => {
    const entry = { ...draft, n: 7, prev: 'a'.repeat(64) };
    const whole = createHash('sha256').update(canonicalJson(entry)).digest('hex');
    expect(hashEntry(entry)).toBe(whole);
  });

  it('is the same when the entry is chained, and the stored payload is the hashed one', () => {
    const [first, second] = chain({ n: 0, hash: FIRST_PREV }, [draft, { ...draft, t: 1_300 }]);
    expect(first!.entry.hash).toBe(hashEntry(first!.entry));
    expect(second!.entry).toMatchObject({ n: 2, prev: first!.entry.hash });
    expect(first!.payload).toBe(canonicalJson(draft.d));
  });

  it('cannot be made of a time that is not a number', () => {
    expect(() => chain({ n: 0, hash: FIRST_PREV }, [{ ...draft, t: Number.NaN }])).toThrow(TypeError);
  });
});
