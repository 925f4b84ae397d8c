import Phone from '@lucide/svelte/icons/phone';
import type { AppManifest } from '../../desk/app-manifest';
import { phoneBadge } from './model';

export const manifest: AppManifest = {
  id: 'phone',
  title: 'Téléphone',
  icon: Phone,
  color: 'var(--ok)',
  size: { width: 980, height: 640 },
  loadModel: () => import('./model').then((module) => module.phoneModel as never),
  loadWindow: () => import('./PhoneApp.svelte'),
  badge: (state: never) => phoneBadge(state)
};
