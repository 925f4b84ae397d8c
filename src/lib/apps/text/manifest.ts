import FileText from '@lucide/svelte/icons/file-text';
import type { AppManifest } from '../../desk/app-manifest';
import type { AppModel } from '../../desk/app-model';

export const manifest: AppManifest = {
  id: 'text',
  title: 'Traitement de texte',
  shortTitle: 'Texte',
  icon: FileText,
  color: 'var(--accent)',
  size: { width: 920, height: 640 },
  perFile: true,
  loadModel: async () => (await import('./model')).textModel as unknown as AppModel<never>,
  loadWindow: () => import('./TextApp.svelte')
};
