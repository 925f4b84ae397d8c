import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { eventRegistry, parseGesture } from '../../log/event-definition';
import type { Gesture } from '../../log/entry';
import {
  areaMeasured,
  frontWindow,
  shellModel,
  windowClosed,
  windowFocused,
  windowMaximised,
  windowMinimised,
  windowMoved,
  windowOpened,
  windowRestored,
  windowRetargeted,
  windowSnapped
} from './model';

const rect = { x: 118, y: 18, width: 800, height: 500 };
const opened = (window: string, app: 'mail' | 'text' = 'mail') =>
  windowOpened({ window, app, params: {}, rect });
const fold = (...gestures: readonly Gesture[]) =>
  gestures.reduce(
    (state, gesture) => shellModel.reduce(state, { ...gesture, by: 'candidate', t: 0 }),
    shellModel.open(demoScene())
  );
const front = (...gestures: readonly Gesture[]) => frontWindow(fold(...gestures))?.id ?? null;

describe('the front window', () => {
  it('is the last one opened, focused, placed or retargeted', () => {
    expect(front()).toBeNull();
    expect(front(opened('a'), opened('b'))).toBe('b');
    expect(front(opened('a'), opened('b'), windowFocused({ window: 'a' }))).toBe('a');
    expect(front(opened('a'), opened('b'), windowSnapped({ window: 'a', place: 'left' }))).toBe('a');
    expect(front(opened('a'), opened('b'), windowRetargeted({ window: 'a', params: { mail: '1' } }))).toBe(
      'a'
    );
  });

  it('is the next one when it is minimised or closed', () => {
    expect(front(opened('a'), opened('b'), windowMinimised({ window: 'b' }))).toBe('a');
    expect(front(opened('a'), opened('b'), windowClosed({ window: 'b' }))).toBe('a');
    expect(front(opened('a'), windowMinimised({ window: 'a' }))).toBeNull();
  });
});

describe('a window', () => {
  const only = (...gestures: readonly Gesture[]) => fold(opened('a'), ...gestures).windows[0];

  it('keeps its own rectangle while it is elsewhere', () => {
    const moved = { ...rect, x: 300 };
    expect(only(windowMoved({ window: 'a', rect: moved }), windowMaximised({ window: 'a' }))).toMatchObject({
      place: 'maximised',
      rect: moved
    });
    expect(only(windowMaximised({ window: 'a' }), windowRestored({ window: 'a' }))).toMatchObject({
      place: 'free',
      rect
    });
  });

  it('comes back from minimised where it was', () => {
    expect(
      only(
        windowSnapped({ window: 'a', place: 'top-left' }),
        windowMinimised({ window: 'a' }),
        windowFocused({ window: 'a' })
      )
    ).toMatchObject({ place: 'top-left', minimised: false });
  });

  it('is opened once, and ignored when unknown', () => {
    expect(fold(opened('a'), opened('a')).windows).toHaveLength(1);
    const state = fold(opened('a'));
    const after = shellModel.reduce(state, { ...windowFocused({ window: 'z' }), by: 'candidate', t: 0 });
    expect(after).toBe(state);
  });
});

it('keeps the screen’s size and the raised hand', () => {
  const state = fold(areaMeasured({ width: 1366, height: 720 }));
  expect(state).toMatchObject({ area: { width: 1366, height: 720 } });
});

it('refuses a malformed window at the server’s door', () => {
  const registry = eventRegistry(shellModel.events as never);
  const broken = windowMoved({ window: 'a', rect: { ...rect, width: 0 } });
  expect(() => parseGesture(registry, 'candidate', broken)).toThrow(
    expect.objectContaining({ code: 'event.malformed' })
  );
  expect(parseGesture(registry, 'candidate', opened('a'))).toEqual(opened('a'));
});
