import ReceiptText from '@lucide/svelte/icons/receipt-text';
import type { AppManifest } from '../../desk/app-manifest';

export const manifest: AppManifest = {
  id: 'orders',
  title: 'Commandes',
  icon: ReceiptText,
  color: 'var(--violet)',
  size: { width: 1080, height: 640 },
  loadModel: () => import('./model').then((module) => module.ordersModel as never),
  loadWindow: () => import('./OrdersApp.svelte')
};
