import type { Scene } from '../../scene/scene';
import type { FilesState } from './model';

/** The explorer opens on the root. */
export function openFiles(_scene: Scene): FilesState {
  return { folder: null, place: 'folder', selected: null };
}
