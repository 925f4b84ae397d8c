import type { Scene } from '../../scene/scene';
import type { PhoneState } from './model';

/** A telephone before anything has rung: its directory is the scene's. */
export function seedPhone(scene: Scene): PhoneState {
  return {
    calls: [],
    voicemails: [],
    slips: [],
    view: 'calls',
    people: scene.people.filter((person) => person.phone || person.extension)
  };
}
