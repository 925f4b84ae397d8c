import type { Scene } from './scene';

/**
 * What a candidate may know of the scene during the prise en main: the subject, the people, the tasks and the documents
 * of the dossier. The decor of the applications (messages, post, agenda, orders, files) comes when the exam starts, for
 * all. Built member by member, so that a new member of the scene stays hidden until somebody decides to show it here.
 */
export function earlyScene(scene: Scene): Scene {
  const { scenario, storyStart, durationMs, firm, post, people, dossier, tasks, channels } = scene;
  return {
    scenario,
    storyStart,
    durationMs,
    firm,
    post,
    people,
    dossier,
    tasks,
    ...(channels && { channels }),
    folders: [],
    files: scene.files
      .filter((file) => dossier.documents.includes(file.id))
      .map((file) => ({ ...file, folder: null })),
    mail: { address: scene.mail.address, signature: scene.mail.signature, folders: [], messages: [] },
    agenda: { calendars: scene.agenda.calendars, appointments: [] },
    orders: {
      customers: [],
      products: [],
      documents: [],
      notes: [],
      lastNumbers: scene.orders.lastNumbers
    }
  };
}
