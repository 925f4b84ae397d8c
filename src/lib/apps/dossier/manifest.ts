import BookOpen from '@lucide/svelte/icons/book-open';
import type { AppManifest } from '../../desk/app-manifest';

export const manifest: AppManifest = {
  id: 'dossier',
  title: 'Dossier',
  icon: BookOpen,
  color: 'var(--accent-ink)',
  size: { width: 920, height: 620 },
  loadModel: () => import('./model').then((module) => module.dossierModel as never),
  loadWindow: () => import('./DossierApp.svelte')
};
