import type { Mode } from './state';

/** A letter being prepared: the file of the tree that will be put into the envelope, and what is written on it. */
export interface SendDraft {
  file: string | null;
  recipient: string;
  mode: Mode;
}

/** Nothing prepared yet. */
export const emptySendDraft = (): SendDraft => ({ file: null, recipient: '', mode: 'green' });
