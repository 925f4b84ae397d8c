import { describe, expect, it } from 'vitest';
import { draft } from '../../../../../tests/builders/store';
import type { SessionId, SittingId } from '../../../kernel/ids';
import { FIRST_PREV } from '../../../log/entry';
import type { AppendRequest } from '../../../log/store';
import { AppendQueue } from './append-queue';
import { planAppends, type Plan } from './plan';

const request = (sitting: string, entries = 1): AppendRequest => ({
  sitting: sitting as SittingId,
  expectedN: 0,
  entries: Array.from({ length: entries }, (_, index) => draft(index)),
  nextDueAt: null
});

/** Plans against empty logs, so that any sitting may append once to entry 0. */
function planOnEmpty(requests: readonly AppendRequest[]): Plan {
  const head = { n: 0, hash: FIRST_PREV, session: 's' as SessionId };
  return planAppends(requests, {
    sittings: new Map(requests.map((r) => [r.sitting, head])),
    outboxes: new Map()
  });
}

function queueOver(commit: (requests: readonly AppendRequest[]) => Promise<Plan>) {
  const changed: string[] = [];
  const queue = new AppendQueue(
    commit,
    () => Promise.resolve([]),
    ({ sitting }) => changed.push(sitting)
  );
  return { queue, changed };
}

describe('the append queue', () => {
  it('puts what arrives during a commit into the next one, together', async () => {
    const groups: string[][] = [];
    const gates: (() => void)[] = [];
    const { queue, changed } = queueOver(async (requests) => {
      groups.push(requests.map(({ sitting }) => sitting));
      await new Promise<void>((resolve) => gates.push(resolve));
      return planOnEmpty(requests);
    });
    let answered = 0;
    const send = (sitting: string) => queue.append(request(sitting)).then(() => (answered += 1));
    const sent = [send('a'), send('b')];
    await Promise.resolve();
    await Promise.resolve();
    sent.push(send('c'), send('d'), send('e'));
    expect(groups).toEqual([['a', 'b']]);
    expect([answered, changed]).toEqual([0, []]);
    gates[0]!();
    await Promise.all(sent.slice(0, 2));
    expect([answered, changed]).toEqual([2, ['a', 'b']]);
    gates[1]!();
    await queue.idle();
    await Promise.all(sent);
    expect(groups).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e']
    ]);
  });

  it('keeps a transaction to some hundreds of entries', async () => {
    const sizes: number[] = [];
    const { queue } = queueOver(async (requests) => {
      sizes.push(requests.length);
      return planOnEmpty(requests);
    });
    await Promise.all(['a', 'b', 'c', 'd'].map((sitting) => queue.append(request(sitting, 300))));
    expect(sizes).toEqual([2, 2]);
  });

  it('tries each request alone when the engine refuses the group', async () => {
    const { queue, changed } = queueOver(async (requests) => {
      if (requests.some(({ sitting }) => sitting === 'bad')) throw new Error('refused by the engine');
      return planOnEmpty(requests);
    });
    const answers = await Promise.allSettled(
      ['a', 'bad', 'c'].map((sitting) => queue.append(request(sitting)))
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(changed).toEqual(['a', 'c']);
  });
});
