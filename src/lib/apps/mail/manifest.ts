import Mail from '@lucide/svelte/icons/mail';
import type { AppManifest } from '../../desk/app-manifest';
import { unreadCount } from './types';

export const manifest: AppManifest = {
  id: 'mail',
  title: 'Messagerie',
  icon: Mail,
  color: 'var(--accent)',
  size: { width: 1040, height: 620 },
  loadModel: () => import('./model').then((module) => module.mailModel as never),
  loadWindow: () => import('./MailApp.svelte'),
  badge: (state: never) => unreadCount(state)
};
