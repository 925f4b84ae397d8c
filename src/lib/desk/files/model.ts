import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';
import type { BlobHash } from '../../kernel/ids';
import { fileDropped } from '../../log/script-world';
import type { FileKind } from '../../scene/scene';
import type { AppModel } from '../app-model';

/** The candidate's files: a tree of folders and files. Contents live in the app of the kind, under the file's id. */
export interface TreeState {
  readonly folders: Readonly<Record<string, Folder>>;
  readonly files: Readonly<Record<string, DeskFile>>;
}
export interface Folder {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** Folders of the decor cannot be deleted. */
  readonly fixed: boolean;
}
export interface DeskFile {
  readonly id: string;
  readonly name: string;
  readonly folder: string | null;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly blob?: BlobHash;
  readonly size?: number;
  /** Exam time of the last change. */
  readonly changedMs: number;
  readonly trashed: boolean;
  /** A copy kept as attached or handed in: hidden from the tree, never changed. */
  readonly frozen: boolean;
  /** Colleague who put it there, when it came during the exam. */
  readonly by?: string;
  /** Exam time at which the colleague put it there. */
  readonly arrivedMs?: number;
  /** File it was copied from. */
  readonly origin?: string;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const parent = v.nullable(id);
const name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(120),
  v.regex(/^[^/\\:*?"<>|\p{Cc}]+$/u)
);
const kind = v.picklist(['text', 'sheet', 'pdf', 'image', 'audio', 'other']);

/** A file is created; `content` is the editor's document for `text` and `sheet` (their apps fold it). */
export const fileCreated = defineEvent(
  'file.created',
  'candidate',
  v.object({
    file: id,
    name,
    folder: parent,
    kind,
    mediaType: v.pipe(v.string(), v.maxLength(120)),
    blob: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    content: v.optional(v.unknown())
  })
);
/** A copy is made; content apps duplicate the content under the new id. `frozen` copies are attachments and hand-ins. */
export const fileCopied = defineEvent(
  'file.copied',
  'candidate',
  v.object({ file: id, copy: id, name, folder: parent, frozen: v.boolean() })
);
export const fileRenamed = defineEvent('file.renamed', 'candidate', v.object({ file: id, name }));
export const fileMoved = defineEvent('file.moved', 'candidate', v.object({ file: id, folder: parent }));
export const fileTrashed = defineEvent('file.trashed', 'candidate', v.object({ file: id }));
export const fileRestored = defineEvent('file.restored', 'candidate', v.object({ file: id }));
export const folderCreated = defineEvent(
  'folder.created',
  'candidate',
  v.object({ folder: id, name, parent })
);
export const folderRenamed = defineEvent('folder.renamed', 'candidate', v.object({ folder: id, name }));
export const folderMoved = defineEvent('folder.moved', 'candidate', v.object({ folder: id, parent }));
/** Only an empty folder is removed. */
export const folderRemoved = defineEvent('folder.removed', 'candidate', v.object({ folder: id }));

const patchFile = (state: TreeState, file: string, patch: Partial<DeskFile>): TreeState =>
  state.files[file]
    ? { ...state, files: { ...state.files, [file]: { ...state.files[file], ...patch } } }
    : state;
const patchFolder = (state: TreeState, folder: string, patch: Partial<Folder>): TreeState =>
  state.folders[folder]
    ? { ...state, folders: { ...state.folders, [folder]: { ...state.folders[folder], ...patch } } }
    : state;

export const treeModel: AppModel<TreeState> = {
  id: 'tree',
  events: [
    fileCreated,
    fileCopied,
    fileRenamed,
    fileMoved,
    fileTrashed,
    fileRestored,
    folderCreated,
    folderRenamed,
    folderMoved,
    folderRemoved
  ] as unknown as readonly EventDefinition[],
  open: (scene) => ({
    folders: Object.fromEntries(scene.folders.map((folder) => [folder.id, { ...folder, fixed: true }])),
    files: Object.fromEntries(
      scene.files.map(({ content: _, ...file }) => [
        file.id,
        { ...file, changedMs: 0, trashed: false, frozen: false }
      ])
    )
  }),
  reduce(state, event) {
    if (fileCreated.is(event)) {
      const { file, content: _, ...rest } = event.d;
      const created = { ...rest, id: file, changedMs: event.t, trashed: false, frozen: false } as DeskFile;
      return { ...state, files: { ...state.files, [file]: created } };
    }
    if (fileDropped.is(event)) {
      const { file, folder, by, document } = event.d;
      const { content: _, ...rest } = document;
      const arrived = { changedMs: event.t, arrivedMs: event.t };
      const dropped = { ...rest, id: file, folder, by, ...arrived, trashed: false, frozen: false };
      return { ...state, files: { ...state.files, [file]: dropped as DeskFile } };
    }
    if (fileCopied.is(event)) {
      const { file, copy, name, folder, frozen } = event.d;
      const source = state.files[file];
      if (!source) return state;
      const copied = {
        ...source,
        id: copy,
        name,
        folder,
        frozen,
        trashed: false,
        origin: file,
        changedMs: event.t
      };
      return { ...state, files: { ...state.files, [copy]: copied } };
    }
    if (fileRenamed.is(event))
      return patchFile(state, event.d.file, { name: event.d.name, changedMs: event.t });
    if (fileMoved.is(event)) return patchFile(state, event.d.file, { folder: event.d.folder });
    if (fileTrashed.is(event)) return patchFile(state, event.d.file, { trashed: true });
    if (fileRestored.is(event)) return patchFile(state, event.d.file, { trashed: false });
    if (folderCreated.is(event)) {
      const { folder, name, parent } = event.d;
      return {
        ...state,
        folders: { ...state.folders, [folder]: { id: folder, name, parent, fixed: false } }
      };
    }
    if (folderRenamed.is(event)) return patchFolder(state, event.d.folder, { name: event.d.name });
    if (folderMoved.is(event)) return patchFolder(state, event.d.folder, { parent: event.d.parent });
    if (folderRemoved.is(event)) {
      const { [event.d.folder]: _, ...folders } = state.folders;
      return { ...state, folders };
    }
    // Edits of a document change its file's date.
    const file = (event.d as { file?: unknown } | null)?.file;
    const edits =
      event.by === 'candidate' && (event.type.startsWith('text.') || event.type.startsWith('sheet.'));
    return edits && typeof file === 'string' ? patchFile(state, file, { changedMs: event.t }) : state;
  }
};
