import ConciergeBell from '@lucide/svelte/icons/concierge-bell';
import type { AppManifest } from '../../desk/app-manifest';
import { receptionBadge } from './waiting';

export const manifest: AppManifest = {
  id: 'reception',
  title: 'Accueil',
  icon: ConciergeBell,
  color: 'var(--orange)',
  size: { width: 960, height: 620 },
  channel: true,
  loadModel: () => import('./model').then((module) => module.receptionModel as never),
  loadWindow: () => import('./ReceptionApp.svelte'),
  badge: (state: never) => receptionBadge(state)
};
