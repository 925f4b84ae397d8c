import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOTICE_STAY_MS, Notices } from './notices.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title);

it('shows a notice for a while, and keeps it in the trail', () => {
  const notices = new Notices(() => 42);
  notices.add({ title: 'Nouveau message' });
  vi.advanceTimersByTime(NOTICE_STAY_MS - 1);
  expect(titles(notices.shown)).toEqual(['Nouveau message']);
  vi.advanceTimersByTime(1);
  expect(notices.shown).toEqual([]);
  expect(notices.trail).toMatchObject([{ title: 'Nouveau message', at: 42 }]);
});

it('stays while it is read, then starts its time again', () => {
  const notices = new Notices(() => null);
  notices.add({ title: 'Appel manqué' });
  const { id } = notices.shown[0]!;
  notices.hold(id);
  vi.advanceTimersByTime(NOTICE_STAY_MS * 3);
  expect(notices.shown).toHaveLength(1);
  notices.release(id);
  vi.advanceTimersByTime(NOTICE_STAY_MS);
  expect(notices.shown).toEqual([]);
});

it('shows three at most, the newest, and counts the unseen', () => {
  const notices = new Notices(() => null);
  for (const title of ['1', '2', '3', '4']) notices.add({ title });
  expect(titles(notices.shown)).toEqual(['2', '3', '4']);
  expect(titles(notices.trail)).toEqual(['4', '3', '2', '1']);
  expect(notices.unseen).toBe(4);
  notices.markSeen();
  notices.add({ title: '5' });
  expect(notices.unseen).toBe(1);
});

it('does not come back when a dismissed notice is let go', () => {
  const notices = new Notices(() => null);
  notices.add({ title: 'x' });
  const { id } = notices.shown[0]!;
  notices.hold(id);
  notices.dismiss(id);
  notices.release(id);
  expect(vi.getTimerCount()).toBe(0);
});

it('keeps a word to the candidate in the corner until it is dismissed', () => {
  const notices = new Notices(() => null);
  notices.add({ title: 'Message du surveillant', stays: true });
  const { id } = notices.shown[0]!;
  notices.hold(id);
  notices.release(id);
  vi.advanceTimersByTime(NOTICE_STAY_MS * 3);
  expect(titles(notices.shown)).toEqual(['Message du surveillant']);
  notices.dismiss(id);
  expect(notices.shown).toEqual([]);
});

it('recalls what came before a reload in the trail, as already seen', () => {
  const notices = new Notices(() => 9);
  notices.recall({ title: 'avant' }, 5);
  expect(notices.shown).toEqual([]);
  expect(notices.unseen).toBe(0);
  expect(notices.trail).toMatchObject([{ title: 'avant', at: 5 }]);
  notices.add({ title: 'après' });
  expect(notices.unseen).toBe(1);
});
