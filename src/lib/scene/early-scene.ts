import type { Scene } from './scene';

/**
 * What a candidate may know of the scene during the prise en main: the subject, the people, the tasks and the documents
 * of the dossier. The decor of the applications (messages, agenda, orders, files) comes when the exam starts, for all.
 */
export function earlyScene(scene: Scene): Scene {
  return {
    ...scene,
    folders: [],
    files: scene.files
      .filter((file) => scene.dossier.documents.includes(file.id))
      .map((file) => ({ ...file, folder: null })),
    mail: { ...scene.mail, folders: [], messages: [] },
    agenda: { ...scene.agenda, appointments: [] },
    orders: { ...scene.orders, customers: [], products: [], documents: [], notes: [] }
  };
}
