import { kindOf, type ScriptKind } from '../../scenario/content-of';
import { CONTENTS } from '../../scenario/format-channels';
import { titleOf } from '../../scenario/title-of';
import type { ScenarioSource } from '../../scenario/format';
import type { EventSource } from '../../scenario/format-script';
import type { Draft } from '../document/draft.svelte';
import { mapIn, textIn } from '../document/loose';

/** An event in the list of the forms. */
export interface EventSummary {
  readonly index: number;
  readonly id: string;
  readonly kind: ScriptKind;
  readonly title: string;
  /** « 00:05 », or a word for what is not an hour. */
  readonly when: string;
}

/** Whatever the state of what is being written, something to show and to click. */
export function summaryOf(draft: Draft, event: unknown, index: number): EventSummary {
  const map = mapIn(event);
  const content = CONTENTS.find((item) => item in map);
  const source = { personnes: mapIn(draft.source?.['personnes']) } as unknown as ScenarioSource;
  const tolerant = {
    ...map,
    id: textIn(map['id']),
    ...(content && { [content]: mapIn(map[content]) })
  } as unknown as EventSource;
  return {
    index,
    id: textIn(map['id']),
    kind: kindOf(tolerant),
    title: content ? titleOf(tolerant, source) : textIn(map['id']) || 'Événement',
    when:
      textIn(map['a']) || (map['quand'] ? 'quand' : map['apres'] ? 'après' : map['manuel'] ? 'manuel' : '—')
  };
}
