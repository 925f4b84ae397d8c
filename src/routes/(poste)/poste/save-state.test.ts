import { expect, it } from 'vitest';
import { saveIndicator } from './save-state';

const outbox = { savedAtWall: 5, closed: null, pending: 0, unreachableSince: null };
const kind = (change: Partial<Record<keyof typeof outbox, unknown>>) =>
  saveIndicator({ outbox: { ...outbox, ...change } as typeof outbox, streamLostSince: null }).kind;

it('never says that work is being saved when the server takes nothing more', () => {
  expect(kind({})).toBe('saved');
  expect(kind({ pending: 2 })).toBe('saving');
  expect(kind({ pending: 2, unreachableSince: 1 })).toBe('offline');
  expect(kind({ pending: 2, closed: 'outbox.gap' })).toBe('stopped');
});
