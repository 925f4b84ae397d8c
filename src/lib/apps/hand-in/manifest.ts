import Send from '@lucide/svelte/icons/file-up';
import type { AppManifest } from '../../desk/app-manifest';
import { isPending } from './pending';

export const manifest: AppManifest = {
  id: 'hand-in',
  title: 'Remise',
  icon: Send,
  color: 'var(--violet)',
  size: { width: 760, height: 600 },
  pending: (state: never, task) => isPending(state, task),
  loadModel: () => import('./model').then((module) => module.handInModel as never),
  loadWindow: () => import('./HandInApp.svelte')
};
