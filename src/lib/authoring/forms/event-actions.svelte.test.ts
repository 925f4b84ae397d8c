import { describe, expect, it } from 'vitest';
import { Draft, SCENARIO } from '../document/draft.svelte';
import { addEvent, deleteEvent, duplicateEvent } from './event-actions';
import { FormAt } from './form-at';

const TEXT = `personnes:
  claire: { nom: Claire Morvan }
deroule:
  # la consigne
  - id: consigne
    a: "00:04"
    courriel: { de: claire, objet: Comité, corps: Bonjour }
    attendus:
      - { id: lu, constat: Lu, fait: { fait: courriel.lu } }
`;
const open = () =>
  new Draft({ id: 'x', version: 1, texts: { [SCENARIO]: TEXT }, pieces: [], readOnly: false });

describe('the events of a draft', () => {
  it('are added at the end, with somebody to speak', () => {
    const draft = open();
    expect(addEvent(draft, 'annonce')).toBe('annonce');
    expect(addEvent(draft, 'annonce')).toBe('annonce_2');
    expect(addEvent(draft, 'appel')).toBe('appel');
    expect(draft.files[SCENARIO]).toContain('de: claire\n');
    expect(draft.files[SCENARIO]!.startsWith(TEXT)).toBe(true);
  });

  it('are copied after themselves, their expectations left to the first', () => {
    const draft = open();
    expect(duplicateEvent(draft, 0)).toBe('consigne_2');
    expect(draft.files[SCENARIO]!.match(/id: lu/g)).toHaveLength(1);
    expect(draft.files[SCENARIO]!.match(/objet: Comité/g)).toHaveLength(2);
  });

  it('go away, and come back by one undo', () => {
    const draft = open();
    deleteEvent(draft, 0);
    expect(draft.source?.['deroule'] ?? []).toEqual([]);
    draft.undo();
    expect(draft.files[SCENARIO]).toBe(TEXT);
  });
});

describe('a form', () => {
  it('writes one key, and takes it away when it is emptied', () => {
    const draft = open();
    const form = new FormAt(draft, SCENARIO, ['deroule', 0]);
    form.put(['delai'], '5 min', ['a', 'delai', 'courriel']);
    expect(draft.files[SCENARIO]).toBe(TEXT.replace('"00:04"\n', '"00:04"\n    delai: 5 min\n'));
    form.put(['delai'], '');
    expect(draft.files[SCENARIO]).toBe(TEXT);
  });
});
