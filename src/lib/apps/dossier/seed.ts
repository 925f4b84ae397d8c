import type { Scene } from '../../scene/scene';
import type { DossierState } from './model';

/** The subject opens on its first section, or on the tasks when it has none. */
export function openDossier(scene: Scene): DossierState {
  const [first] = scene.dossier.sections;
  return { page: first ? `section:${first.id}` : 'tasks' };
}
