import { describe, expect, it } from 'vitest';
import { deskProgram } from '../../apps/registry.server';
import type { SittingId } from '../../kernel/ids';
import { FIRST_PREV, type Entry } from '../../log/entry';
import type { LogStore } from '../../log/store';
import { allEntries } from './read-copy.server';

const COUNT = 1_700;
const entries = Array.from({ length: COUNT }, (_, index): Entry => {
  const gesture = { type: 'notes.created', v: 1, d: { note: `n${index}` } };
  return { n: index + 1, t: index, wall: index, by: 'candidate', ...gesture, prev: FIRST_PREV, hash: '' };
});
/** Answers in the same turn, as the embedded database does. */
const log: Pick<LogStore, 'read'> = {
  read: (_sitting, afterN, limit = COUNT) => Promise.resolve(entries.slice(afterN, afterN + limit))
};
const ctx = { db: { log }, program: deskProgram } as unknown as Parameters<typeof allEntries>[0];

describe('the reading of a long log', () => {
  it('gives every entry once and in order', async () => {
    const read: number[] = [];
    for await (const { n } of allEntries(ctx, 's' as SittingId)) read.push(n);
    expect(read).toEqual(entries.map(({ n }) => n));
  });

  it('lets others work meanwhile', async () => {
    let turns = 0;
    let reading = true;
    const turn = () => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    setImmediate(turn);
    const gaps: number[] = [];
    let last = 0;
    for await (const { n } of allEntries(ctx, 's' as SittingId)) {
      if (turns > last) gaps.push(n);
      last = turns;
    }
    reading = false;
    expect(gaps).toEqual([501, 1_001, 1_501]);
  });
});
