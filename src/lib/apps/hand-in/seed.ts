import type { Scene } from '../../scene/scene';
import type { HandInState } from './model';

/** Nothing handed in yet; the deadlines are the subject's. */
export function openHandIn(scene: Scene): HandInState {
  const deadlines = scene.tasks.flatMap(({ id, deadlineMs }) =>
    deadlineMs === undefined ? [] : [[id, deadlineMs] as const]
  );
  return { deadlines: Object.fromEntries(deadlines), receipts: [], kept: [] };
}
