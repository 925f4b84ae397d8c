import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import type { AppManifest } from '../../desk/app-manifest';

export const manifest: AppManifest = {
  id: 'notes',
  title: 'Bloc-notes',
  icon: NotebookPen,
  color: 'var(--warn)',
  size: { width: 680, height: 480 },
  loadModel: () => import('./model').then((module) => module.notesModel as never),
  loadWindow: () => import('./NotesApp.svelte')
};
