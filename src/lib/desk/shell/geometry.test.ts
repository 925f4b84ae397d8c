import { describe, expect, it } from 'vitest';
import {
  arrowPlace,
  cascadeRect,
  fitRect,
  fitScale,
  MIN_SIZE,
  moveRect,
  PLACES,
  placeRect,
  resizeRect,
  snapAt
} from './geometry';

const area = { width: 1366, height: 720 };
const free = { x: 100, y: 80, width: 700, height: 500 };

describe('places', () => {
  it('cover the area without gap nor overlap', () => {
    const odd = { width: 1367, height: 721 };
    const left = placeRect('left', odd, free);
    const right = placeRect('right', odd, free);
    expect(left.width + right.width).toBe(1367);
    expect(right.x).toBe(left.width);
    const quarters = (['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const).map((place) =>
      placeRect(place, odd, free)
    );
    expect(quarters.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(1367 * 721);
  });

  it('keep the own rectangle when free, its bar brought within reach of a smaller screen', () => {
    expect(placeRect('free', area, { ...free, y: 600 })).toEqual({ ...free, y: 600 });
    expect(placeRect('free', { width: 640, height: 400 }, { ...free, x: 900, y: 700 })).toEqual({
      x: 520,
      y: 364,
      width: 640,
      height: 400
    });
  });

  it('lead somewhere from every place with every arrow', () => {
    for (const place of PLACES)
      for (const arrow of ['left', 'right', 'up', 'down'] as const)
        expect([...PLACES, 'minimised']).toContain(arrowPlace(place, arrow));
    expect(arrowPlace('free', 'left')).toBe('left');
    expect(arrowPlace('left', 'up')).toBe('top-left');
    expect(arrowPlace('maximised', 'down')).toBe('free');
  });
});

describe('new windows', () => {
  it('are wholly on screen, whatever their number and the screen', () => {
    for (const screen of [area, { width: 1024, height: 552 }, { width: 683, height: 336 }])
      for (let index = 0; index < 30; index++) {
        const rect = cascadeRect(index, { width: 1080, height: 640 }, screen);
        expect(rect.x).toBeGreaterThanOrEqual(0);
        expect(rect.y).toBeGreaterThanOrEqual(0);
        expect(rect.x + rect.width).toBeLessThanOrEqual(screen.width);
        expect(rect.y + rect.height).toBeLessThanOrEqual(screen.height);
      }
  });

  it('step aside from the one before and leave the icons free', () => {
    const size = { width: 800, height: 500 };
    const [first, second] = [cascadeRect(0, size, area), cascadeRect(1, size, area)];
    expect(first.x).toBeGreaterThanOrEqual(112);
    expect(second.x).toBeGreaterThan(first.x);
    expect(second.y).toBeGreaterThan(first.y);
  });
});

describe('gestures', () => {
  it('never lose the bar of a moved window', () => {
    expect(moveRect(free, -5000, -5000, area)).toMatchObject({ x: 120 - 700, y: 0 });
    expect(moveRect(free, 5000, 5000, area)).toMatchObject({ x: 1366 - 120, y: 720 - 36 });
  });

  it('keep the opposite side still and a least size', () => {
    expect(resizeRect(free, 'w', 60, 0, area)).toEqual({ x: 160, y: 80, width: 640, height: 500 });
    const small = resizeRect(free, 'nw', 5000, 5000, area);
    expect(small).toMatchObject(MIN_SIZE);
    expect(small.x + small.width).toBe(800);
    expect(resizeRect(free, 'se', 5000, 5000, area)).toEqual({ x: 100, y: 80, width: 1266, height: 640 });
  });

  it('offer halves at the sides, quarters at the corners, the whole at the top', () => {
    expect(snapAt({ x: 3, y: 400 }, area)).toBe('left');
    expect(snapAt({ x: 1365, y: 20 }, area)).toBe('top-right');
    expect(snapAt({ x: 0, y: 715 }, area)).toBe('bottom-left');
    expect(snapAt({ x: 600, y: 0 }, area)).toBe('maximised');
    expect(snapAt({ x: 600, y: 300 }, area)).toBeNull();
  });
});

it('fits a rectangle larger than the screen', () => {
  expect(fitRect({ x: -50, y: -50, width: 5000, height: 5000 }, area)).toEqual({ x: 0, y: 0, ...area });
});

it('scales a desk down to its pane, never up', () => {
  expect(fitScale({ width: 1366, height: 768 }, { width: 683, height: 600 })).toBe(0.5);
  expect(fitScale({ width: 1366, height: 768 }, { width: 4000, height: 4000 })).toBe(1);
});
