import { SCENARIO, type Draft } from '../document/draft.svelte';
import { listIn, mapIn, textIn } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import { peopleOf } from './form-at';
import { freeId, newContent, type Content } from './templates';

const idsOf = (draft: Draft): readonly string[] =>
  listIn(draft.source?.['deroule']).map((event) => textIn(mapIn(event)['id']));

/** Adds an event of a channel at the end of the script and returns its identifier. */
export function addEvent(draft: Draft, content: Content): string {
  const id = freeId(content, idsOf(draft));
  const day = textIn(draft.source?.['debut_fictif']).slice(0, 10);
  const fresh = newContent(content, peopleOf(draft)[0]?.value ?? '', draft.pieces[0]?.name ?? '', day);
  draft.edit(SCENARIO, (yaml) => yaml.insert(['deroule'], { id, a: '00:10', [content]: fresh }));
  return id;
}

/** Copies an event just after itself, under a free identifier; expectations stay with the first. Returns the new one. */
export function duplicateEvent(draft: Draft, index: number): string {
  const { attendus: _expectations, ...copied } = mapIn(listIn(draft.source?.['deroule'])[index]);
  const id = freeId(textIn(copied['id']) || 'evenement', idsOf(draft));
  draft.edit(SCENARIO, (yaml) => yaml.insert(['deroule'], { ...copied, id } as Plain, index + 1));
  return id;
}

/** Takes an event away. What waits for it is for the checker to say. */
export const deleteEvent = (draft: Draft, index: number): void =>
  draft.edit(SCENARIO, (yaml) => yaml.remove(['deroule', index]));
