import Inbox from '@lucide/svelte/icons/mails';
import type { AppManifest } from '../../desk/app-manifest';
import { postBadge } from './state';

export const manifest: AppManifest = {
  id: 'post',
  title: 'Courrier',
  icon: Inbox,
  color: 'var(--warn)',
  size: { width: 1080, height: 660 },
  channel: true,
  loadModel: () => import('./model').then((module) => module.postModel as never),
  loadWindow: () => import('./PostApp.svelte'),
  badge: (state: never) => postBadge(state)
};
