import type { DeskReader } from '../../desk/app-model';
import type { DeskFile, TreeState } from '../../desk/files/model';
import type { FrozenFile } from '../../log/hand-in-frozen';
import type { FileKind } from '../../scene/scene';
import type { HandInState } from './model';

/** Kinds of files that may be handed in for a kind of deliverable; any kind for the others. */
export const FILE_KINDS: Readonly<Record<string, readonly FileKind[]>> = {
  texte: ['text', 'pdf'],
  tableur: ['sheet']
};

/** Most files named for one deliverable: beyond, they are the oldest. */
const MOST = 40;

/** Made, copied or changed by the candidate, and neither thrown away nor a frozen copy. */
function isTheirs(file: DeskFile, scene: DeskReader['scene']): boolean {
  if (file.frozen || file.trashed) return false;
  if (file.origin !== undefined) return true;
  if (file.by !== undefined) return file.changedMs > (file.arrivedMs ?? file.changedMs);
  return file.changedMs > 0 || !scene.files.some(({ id }) => id === file.id);
}

/**
 * What the candidate has made that could be a deliverable, last changed first. A file handed in for another deliverable
 * and not changed since is that deliverable's.
 */
export function productionsFor(
  desk: DeskReader,
  { task, id, kind }: { readonly task: string; readonly id: string; readonly kind: string }
): readonly FrozenFile[] {
  const kinds = FILE_KINDS[kind];
  const { receipts } = desk.state<HandInState>('hand-in');
  const elsewhere = (file: DeskFile) =>
    receipts.some(
      (receipt) =>
        receipt.origin === file.id &&
        receipt.atMs >= file.changedMs &&
        (receipt.task !== task || receipt.deliverable !== id)
    );
  return Object.values(desk.state<TreeState>('tree').files)
    .filter((file) => isTheirs(file, desk.scene) && (!kinds || kinds.includes(file.kind)) && !elsewhere(file))
    .map(({ id: file, name, kind, changedMs }) => ({ file, name, kind, changedMs }))
    .sort((a, b) => b.changedMs - a.changedMs || (a.file < b.file ? -1 : 1))
    .slice(0, MOST);
}
