import MessagesSquare from '@lucide/svelte/icons/messages-square';
import type { AppManifest } from '../../desk/app-manifest';
import { chatBadge } from './badge';

export const manifest: AppManifest = {
  id: 'chat',
  title: 'Discussion',
  icon: MessagesSquare,
  color: 'var(--violet)',
  size: { width: 820, height: 560 },
  channel: true,
  loadModel: () => import('./model').then((module) => module.chatModel as never),
  loadWindow: () => import('./ChatApp.svelte'),
  badge: (state: never) => chatBadge(state)
};
