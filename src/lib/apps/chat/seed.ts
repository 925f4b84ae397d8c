import type { Scene } from '../../scene/scene';
import type { ChatState } from './model';
import { busyTimes } from './presence';

/** Instant messages before anybody has written. */
export const seedChat = (scene: Scene): ChatState => ({
  conversations: {},
  notices: [],
  busy: busyTimes(scene.agenda),
  view: null
});
