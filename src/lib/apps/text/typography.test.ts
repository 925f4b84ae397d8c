import { describe, expect, it } from 'vitest';
import { typographicEdit } from './typography';

/** What the paragraph reads after the characters are typed one by one. */
function typed(keys: string): string {
  let text = '';
  for (const key of keys) {
    const edit = typographicEdit(text, key);
    text = edit ? text.slice(0, text.length - edit.back) + edit.insert : text + key;
  }
  return text.replaceAll('\u00a0', '~');
}

describe('typography while typing', () => {
  it.each([
    ["l'avoir d'aujourd'hui", 'l’avoir d’aujourd’hui'],
    ['Objet: avoir', 'Objet~: avoir'],
    ['Objet : avoir', 'Objet~: avoir'],
    ['Est-ce vrai? Oui!', 'Est-ce vrai~? Oui~!'],
    ['Quoi?!', 'Quoi~?!'],
    ['il dit "bonjour" et part', 'il dit «~bonjour~» et part'],
    ['"Un" puis "deux"', '«~Un~» puis «~deux~»'],
    ['("oui")', '(«~oui~»)'],
    ['etc...', 'etc…'],
    ['Verdelis -- Angers', 'Verdelis – Angers'],
    ['http://verdelis.example', 'http://verdelis.example'],
    ['mot ; autre', 'mot~; autre'],
    ['12,50 e', '12,50 e']
  ])('%s', (keys, expected) => {
    expect(typed(keys)).toBe(expected);
  });

  it('leaves the space at the start of a paragraph alone', () => {
    expect(typographicEdit(' ', '?')).toBeNull();
  });
});
