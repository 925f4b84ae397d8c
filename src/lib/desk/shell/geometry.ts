/** Rectangles of windows, in CSS px from the top left corner of the work area (the desk without its taskbar). Pure. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a window sits: at its own rectangle, over the whole area, or on a half or a quarter of it. */
export const PLACES = [
  'free',
  'maximised',
  'left',
  'right',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right'
] as const;
export type Place = (typeof PLACES)[number];
export type Arrow = 'left' | 'right' | 'up' | 'down';
/** Sides that a resizing pulls: any of `n`, `s`, `e`, `w`, or two for a corner. */
export type Edge = 'n' | 's' | 'e' | 'w' | 'ne' | 'nw' | 'se' | 'sw';

export const MIN_SIZE: Size = { width: 340, height: 220 };
/** Height of a window's bar: what must stay reachable of any window. */
const BAR = 36;
/** Width of the icon column that a new window leaves free when there is room. */
const ICONS = 112;
const CASCADE_STEP = 34;
const CASCADE_LENGTH = 8;

const clamp = (value: number, low: number, high: number) =>
  Math.max(low, Math.min(value, Math.max(low, high)));
const rounded = ({ x, y, width, height }: Rect): Rect => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height)
});

/** Rectangle of a place; `free` when the window has its own. */
export function placeRect(place: Place, area: Size, free: Rect): Rect {
  if (place === 'free') return reachableRect(free, area);
  if (place === 'maximised') return { x: 0, y: 0, ...area };
  const halfWidth = Math.round(area.width / 2);
  const halfHeight = Math.round(area.height / 2);
  const right = place.endsWith('right');
  const bottom = place.startsWith('bottom');
  const quarter = place !== 'left' && place !== 'right';
  return {
    x: right ? halfWidth : 0,
    y: bottom ? halfHeight : 0,
    width: right ? area.width - halfWidth : halfWidth,
    height: !quarter ? area.height : bottom ? area.height - halfHeight : halfHeight
  };
}

/** The nearest rectangle that is no larger than the area and wholly inside it. */
export function fitRect(rect: Rect, area: Size): Rect {
  const width = Math.min(Math.max(rect.width, MIN_SIZE.width), area.width);
  const height = Math.min(Math.max(rect.height, MIN_SIZE.height), area.height);
  return rounded({
    width,
    height,
    x: clamp(rect.x, 0, area.width - width),
    y: clamp(rect.y, 0, area.height - height)
  });
}

/** A window's own rectangle on this screen: no larger than it, its bar within reach. */
export function reachableRect(rect: Rect, area: Size): Rect {
  const size = { width: Math.min(rect.width, area.width), height: Math.min(rect.height, area.height) };
  return moveRect({ ...rect, ...size }, 0, 0, area);
}

/** A dragged rectangle may leave the area by its sides and bottom, but its bar stays within reach. */
export function moveRect(start: Rect, dx: number, dy: number, area: Size): Rect {
  const kept = Math.min(start.width, 120);
  return rounded({
    ...start,
    x: clamp(start.x + dx, kept - start.width, area.width - kept),
    y: clamp(start.y + dy, 0, area.height - BAR)
  });
}

/** Pulls one edge or corner by (dx, dy); the opposite side does not move, and the size has a minimum. */
export function resizeRect(start: Rect, edge: Edge, dx: number, dy: number, area: Size): Rect {
  const right = start.x + start.width;
  const bottom = start.y + start.height;
  let { x, y, width, height } = start;
  if (edge.includes('e')) width = clamp(start.width + dx, MIN_SIZE.width, area.width - start.x);
  if (edge.includes('s')) height = clamp(start.height + dy, MIN_SIZE.height, area.height - start.y);
  if (edge.includes('w')) {
    x = clamp(start.x + dx, 0, right - MIN_SIZE.width);
    width = right - x;
  }
  if (edge.includes('n')) {
    y = clamp(start.y + dy, 0, bottom - MIN_SIZE.height);
    height = bottom - y;
  }
  return rounded({ x, y, width, height });
}

/** Rectangle of the `index`-th new window: stepped down and right, then starting again, never off-screen. */
export function cascadeRect(index: number, size: Size, area: Size): Rect {
  const step = (index % CASCADE_LENGTH) * CASCADE_STEP;
  const left = area.width >= size.width + ICONS ? ICONS : 0;
  const width = Math.min(size.width, area.width - 16);
  const height = Math.min(size.height, area.height - 16);
  return fitRect({ x: left + 6 + step, y: 18 + step, width, height }, area);
}

/** The place that a drag offers when the pointer touches an edge of the area; `null` elsewhere. */
export function snapAt(pointer: Point, area: Size): Place | null {
  const near = 10;
  const corner = Math.min(140, area.height / 4);
  const side = pointer.x <= near ? 'left' : pointer.x >= area.width - near ? 'right' : null;
  if (side) {
    if (pointer.y <= corner) return `top-${side}`;
    if (pointer.y >= area.height - corner) return `bottom-${side}`;
    return side;
  }
  return pointer.y <= 2 ? 'maximised' : null;
}

const ARROWS: Readonly<Record<Place, Readonly<Record<Arrow, Place | 'minimised'>>>> = {
  free: { left: 'left', right: 'right', up: 'maximised', down: 'minimised' },
  maximised: { left: 'left', right: 'right', up: 'maximised', down: 'free' },
  left: { left: 'left', right: 'free', up: 'top-left', down: 'bottom-left' },
  right: { left: 'free', right: 'right', up: 'top-right', down: 'bottom-right' },
  'top-left': { left: 'top-left', right: 'top-right', up: 'maximised', down: 'left' },
  'top-right': { left: 'top-left', right: 'top-right', up: 'maximised', down: 'right' },
  'bottom-left': { left: 'bottom-left', right: 'bottom-right', up: 'left', down: 'minimised' },
  'bottom-right': { left: 'bottom-left', right: 'bottom-right', up: 'right', down: 'minimised' }
};

/** Where an arrow sends a window, as candidates know it from their own computer's snap keys. */
export const arrowPlace = (place: Place, arrow: Arrow): Place | 'minimised' => ARROWS[place][arrow];

/** Scale that makes a desk of `desk` px fit whole into `pane` px, never larger than life. */
export const fitScale = (desk: Size, pane: Size): number =>
  Math.min(1, pane.width / desk.width, pane.height / desk.height);
