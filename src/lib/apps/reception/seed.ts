import type { Scene } from '../../scene/scene';
import type { ReceptionState } from './model';

/** A reception desk before anybody has come, with an empty register. */
export const seedReception = (scene: Scene): ReceptionState => ({
  visits: [],
  register: [],
  slips: [],
  view: 'visitors',
  people: scene.people.filter((person) => person.colleague)
});
