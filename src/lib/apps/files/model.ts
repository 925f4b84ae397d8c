import * as v from 'valibot';
import type { AppModel } from '../../desk/app-model';
import { defineEvent, type EventDefinition } from '../../log/event-definition';
import { openFiles } from './seed';

/** What the explorer shows. The files themselves are the desk's tree (`desk/files`). */
export interface FilesState {
  /** Folder shown; `null` is the root. */
  readonly folder: string | null;
  readonly place: 'folder' | 'trash';
  readonly selected: string | null;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

export const folderShown = defineEvent(
  'files.folder-shown',
  'candidate',
  v.object({ place: v.picklist(['folder', 'trash']), folder: v.nullable(id) })
);
export const itemSelected = defineEvent(
  'files.item-selected',
  'candidate',
  v.object({ item: v.nullable(id) })
);

export const filesModel: AppModel<FilesState> = {
  id: 'files',
  events: [folderShown, itemSelected] as unknown as readonly EventDefinition[],
  open: openFiles,
  reduce(state, event) {
    if (folderShown.is(event)) return { ...event.d, selected: null };
    if (itemSelected.is(event)) return { ...state, selected: event.d.item };
    return state;
  }
};
