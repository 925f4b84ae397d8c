import type { Scene } from '../../scene/scene';
import type { PostState } from './state';

/** The tray as the day begins: what the scene's post has left in it, sealed. */
export function seedPost(scene: Scene): PostState {
  return {
    letters: (scene.letters ?? []).map((letter) => ({ ...letter, arrivedMs: 0, scans: [] })),
    entries: [],
    sendings: [],
    view: 'tray',
    selected: null,
    direction: 'arrival'
  };
}
