import { describe, expect, it } from 'vitest';
import { KEYBOARD_HELP } from '../desk/shell/shortcuts';
import { anchorOf, readGuide } from './guide';
import { GUIDES } from './guides.server';

/** All that a reader sees of a guide, commands and file names left out. */
const wordsOf = (slug: string) => {
  const { title, lead, sections } = GUIDES.get(slug)!;
  return [title, lead, ...sections.flatMap((section) => [section.title, section.text])]
    .join('\n')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`]*`/g, '');
};
/** Each fault with the words around it. */
const faults = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ index }) => text.slice(Math.max(0, index - 20), index + 20));

describe('readGuide', () => {
  it('parts a guide in a title, a lead and sections', () => {
    const guide = readGuide('# Titre\n\nChapeau.\n\n## Été à l’école\n\nUn.\n\n- deux\n\n## Fin\n');
    expect(guide).toEqual({
      title: 'Titre',
      lead: 'Chapeau.',
      sections: [
        { id: 'ete-a-l-ecole', title: 'Été à l’école', text: 'Un.\n\n- deux' },
        { id: 'fin', title: 'Fin', text: '' }
      ]
    });
  });

  it('refuses a text without a title', () => {
    expect(() => readGuide('Un paragraphe.')).toThrow('title');
  });

  it('makes anchors that an address can carry', () => {
    expect(anchorOf('Pause ou crédit de temps\u00a0?')).toBe('pause-ou-credit-de-temps');
  });
});

describe.each([...GUIDES.keys()])('the guide %s', (slug) => {
  const { sections, lead } = GUIDES.get(slug)!;
  const words = wordsOf(slug);

  it('has a lead, and sections with different anchors, each with something to say', () => {
    expect(lead).not.toBe('');
    expect(sections.length).toBeGreaterThan(4);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    expect(sections.filter(({ text }) => text === '')).toEqual([]);
  });

  it('uses only the Markdown that the page shows: no link, image or heading under the third level', () => {
    expect(faults(words, /\]\(|^```|^####/gm)).toEqual([]);
  });

  it('has the no-break spaces and apostrophes of French', () => {
    expect(faults(words, / [:;!?»%€]/g)).toEqual([]);
    expect(faults(words, /[\p{L}\d*)][;!?»]|\p{L}:/gu)).toEqual([]);
    expect(faults(words, /«[^\u00a0]/g)).toEqual([]);
    expect(faults(words, /['"]|\.\.\./g)).toEqual([]);
  });
});

it('the keys of the desk follow the same typography', () => {
  const lines = KEYBOARD_HELP.flatMap(({ title, keys }) => [title, ...keys.map(([, effect]) => effect)]);
  expect(lines.flatMap((line) => faults(line, / [:;!?»]|'/g))).toEqual([]);
});
