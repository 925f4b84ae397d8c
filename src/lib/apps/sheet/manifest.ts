import Table from '@lucide/svelte/icons/table-2';
import type { AppManifest } from '../../desk/app-manifest';

export const manifest: AppManifest = {
  id: 'sheet',
  title: 'Tableur',
  icon: Table,
  color: 'var(--ok)',
  size: { width: 1080, height: 640 },
  perFile: true,
  loadModel: async () => (await import('./model')).sheetModel as never,
  loadWindow: () => import('./SheetApp.svelte')
};
