import Send from '@lucide/svelte/icons/file-up';
import type { AppManifest } from '../../desk/app-manifest';

export const manifest: AppManifest = {
  id: 'hand-in',
  title: 'Remise',
  icon: Send,
  color: 'var(--violet)',
  size: { width: 760, height: 600 },
  loadModel: () => import('./model').then((module) => module.handInModel as never),
  loadWindow: () => import('./HandInApp.svelte')
};
