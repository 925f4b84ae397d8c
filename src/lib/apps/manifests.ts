import type { AppId } from '../desk/app-model';
import type { AppManifest } from '../desk/app-manifest';

/** The order of the icons on the desk. */
const ORDER: readonly AppId[] = [
  'dossier',
  'mail',
  'text',
  'sheet',
  'agenda',
  'orders',
  'phone',
  'chat',
  'reception',
  'post',
  'files',
  'notes',
  'hand-in'
];

const found = import.meta.glob<AppManifest>('./*/manifest.ts', { eager: true, import: 'manifest' });

/** Every application of the desk: each folder beside this file that has a manifest. */
export const manifests: readonly AppManifest[] = Object.values(found).sort(
  (a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id)
);
