import FolderIcon from '@lucide/svelte/icons/folder';
import type { AppManifest } from '../../desk/app-manifest';

export const manifest: AppManifest = {
  id: 'files',
  title: 'Fichiers',
  icon: FolderIcon,
  color: 'var(--warn)',
  size: { width: 860, height: 560 },
  loadModel: () => import('./model').then((module) => module.filesModel as never),
  loadWindow: () => import('./FilesApp.svelte')
};
