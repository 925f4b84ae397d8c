import * as v from 'valibot';
import type { AppModel } from '../../desk/app-model';
import { defineEvent, type EventDefinition } from '../../log/event-definition';
import { openDossier } from './seed';

/** What the subject's window shows: a section (`section:<id>`), the tasks (`tasks`), or a document (`document:<file>`). */
export interface DossierState {
  readonly page: string;
}

export const pageOpened = defineEvent(
  'dossier.page-opened',
  'candidate',
  v.object({ page: v.pipe(v.string(), v.regex(/^(tasks|section:.{1,80}|document:.{1,80})$/)) })
);

export const dossierModel: AppModel<DossierState> = {
  id: 'dossier',
  events: [pageOpened] as unknown as readonly EventDefinition[],
  open: openDossier,
  reduce: (state, event) => (pageOpened.is(event) ? { page: event.d.page } : state)
};
