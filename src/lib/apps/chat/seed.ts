import { openAppointments } from '../../desk/agenda/appointments';
import type { Scene } from '../../scene/scene';
import type { ChatState } from './model';

/** Instant messages before anybody has written. */
export const seedChat = (scene: Scene): ChatState => ({
  conversations: {},
  notices: [],
  appointments: openAppointments(scene.agenda),
  view: null
});
