import { describe, expect, it, vi } from 'vitest';
import type { SessionId, SittingId } from '../kernel/ids';
import { LocalBus, type Change } from './bus';

const session = 's' as SessionId;
const sitting = 'p' as SittingId;
const grown: Change = { kind: 'sitting', sitting, session, n: 3 };

describe('the bus', () => {
  it('tells a sitting to its own topic and to its session, and nobody else', () => {
    const bus = new LocalBus();
    const heard: string[] = [];
    bus.subscribe(`sitting:${sitting}`, () => heard.push('sitting'));
    bus.subscribe(`session:${session}`, () => heard.push('session'));
    bus.subscribe('session:other' as `session:${SessionId}`, () => heard.push('other'));
    bus.publish(grown);
    expect(heard).toEqual(['sitting', 'session']);
    bus.publish({ kind: 'session', session });
    expect(heard).toEqual(['sitting', 'session', 'session']);
  });

  it('is silent after unsubscribing, even when the topic was taken again', () => {
    const bus = new LocalBus();
    const heard: string[] = [];
    const stop = bus.subscribe(`sitting:${sitting}`, () => heard.push('first'));
    stop();
    bus.subscribe(`sitting:${sitting}`, () => heard.push('second'));
    stop();
    bus.publish(grown);
    expect(heard).toEqual(['second']);
  });

  it('passes local publications on, but not what it was told by others', () => {
    const passed: Change[] = [];
    const bus = new LocalBus((change) => passed.push(change));
    bus.publish(grown);
    bus.deliver({ kind: 'missed' });
    expect(passed).toEqual([grown]);
  });

  it('goes on when a listener fails', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const bus = new LocalBus();
    const heard: Change[] = [];
    bus.subscribe(`sitting:${sitting}`, () => {
      throw new Error('broken');
    });
    bus.subscribe(`sitting:${sitting}`, (change) => heard.push(change));
    bus.publish(grown);
    expect(heard).toEqual([grown]);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it('tells everybody when something may have been missed', () => {
    const bus = new LocalBus();
    const heard: Change[] = [];
    bus.subscribe(`sitting:${sitting}`, (change) => heard.push(change));
    bus.deliver({ kind: 'missed' });
    expect(heard).toEqual([{ kind: 'missed' }]);
  });
});
