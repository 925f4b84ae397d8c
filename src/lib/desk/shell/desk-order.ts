import type { AppId } from '../app-model';

/** Order of the applications on the desk and the taskbar. */
export const DESK_ORDER: readonly AppId[] = [
  'dossier',
  'mail',
  'phone',
  'chat',
  'reception',
  'post',
  'text',
  'sheet',
  'agenda',
  'orders',
  'files',
  'notes',
  'hand-in'
];
