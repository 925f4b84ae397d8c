import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import { parseStory } from '../../kernel/story-time';
import { spliceBetween } from '../../kernel/text-splice';
import type { Gesture } from '../../log/entry';
import { eventRegistry, parseGesture } from '../../log/event-definition';
import { noteCreated, noteDeleted, noteEdited, noteOpened } from './events';
import { notesExporter } from './files.server';
import { notesModel } from './model';
import {
  enterOnTask,
  listNotes,
  noteExtract,
  noteFileName,
  noteTasks,
  noteTitle,
  onBox,
  switchBox,
  toggleBox
} from './note-text';

const scene = demoScene();
const play = (...gestures: readonly Gesture[]) =>
  gestures.reduce(
    (state, gesture, index) =>
      notesModel.reduce(state, { ...gesture, by: 'candidate', t: (index + 1) * 60_000 }),
    notesModel.open(scene)
  );
const write = (note: string, before: string, after: string) =>
  noteEdited({ note, ...spliceBetween(before, after)! });

describe('the notepad', () => {
  it('keeps what is typed, dated by the story', () => {
    const state = play(
      noteCreated({ note: 'n-1' }),
      write('n-1', '', 'Rappeler M. Aubry'),
      write('n-1', 'Rappeler M. Aubry', 'Rappeler Mme Aubry')
    );
    expect(state.open).toBe('n-1');
    expect(state.notes['n-1']).toEqual({
      id: 'n-1',
      text: 'Rappeler Mme Aubry',
      createdAt: parseStory('2026-03-17 08:31'),
      changedAt: parseStory('2026-03-17 08:33')
    });
  });
  it('deletes, and shows nothing in its place', () => {
    const state = play(noteCreated({ note: 'n-1' }), noteDeleted({ note: 'n-1' }));
    expect(state).toMatchObject({ notes: {}, open: null });
  });
  it('ignores edits of a note that is gone', () => {
    const state = play(noteCreated({ note: 'n-1' }), noteDeleted({ note: 'n-1' }), write('n-1', '', 'x'));
    expect(state.notes).toEqual({});
  });
  it('takes its gestures at the door', () => {
    const registry = eventRegistry(notesModel.events as never);
    expect(registry.size).toBe(4);
    expect(parseGesture(registry, 'candidate', noteOpened({ note: null })).d).toEqual({ note: null });
    expect(() =>
      parseGesture(registry, 'candidate', noteEdited({ note: 'n', at: -1, remove: 0, insert: '' }))
    ).toThrow();
  });
});

describe('the text of a note', () => {
  const list = 'À faire\n[ ] appeler la mairie\n[x] courrier';
  it('has a title, an extract and tasks', () => {
    expect(noteTitle('\n[ ] appeler\nx')).toBe('appeler');
    expect(noteTitle('')).toBe('Note sans texte');
    expect(noteExtract(list)).toBe('appeler la mairie courrier');
    expect(noteTasks(list)).toEqual({ done: 1, all: 2 });
  });
  it('ticks the box of a line, and only where there is one', () => {
    expect(toggleBox(list, 10)).toBe('À faire\n[x] appeler la mairie\n[x] courrier');
    expect(toggleBox(list, list.length)).toBe('À faire\n[ ] appeler la mairie\n[ ] courrier');
    expect(toggleBox(list, 2)).toBeNull();
  });
  it('knows a click on the box from a click in the words', () => {
    expect([8, 9, 10, 11, 15].map((at) => onBox(list, at))).toEqual([true, true, true, false, false]);
  });
  it('gives a line its box and takes it away', () => {
    expect(switchBox('un\ndeux', 5)).toEqual({ text: 'un\n[ ] deux', caret: 9 });
    expect(switchBox('un\n[x] deux', 9)).toEqual({ text: 'un\ndeux', caret: 5 });
  });
  it('goes on with the list on Enter, and ends it on an empty task', () => {
    expect(enterOnTask('[ ] un', 6)).toEqual({ text: '[ ] un\n[ ] ', caret: 11 });
    expect(enterOnTask('[ ] un\n[ ] ', 11)).toEqual({ text: '[ ] un\n', caret: 7 });
    expect(enterOnTask('un', 2)).toBeNull();
  });
  it('is found without accents, newest first', () => {
    const state = play(
      noteCreated({ note: 'a' }),
      write('a', '', 'Réunion'),
      noteCreated({ note: 'b' }),
      write('b', '', 'réunion bis')
    );
    expect(listNotes(Object.values(state.notes), 'REUNION').map((one) => one.id)).toEqual(['b', 'a']);
    expect(listNotes(Object.values(state.notes), 'bis').map((one) => one.id)).toEqual(['b']);
  });
  it('gives a file name that every system takes', () => {
    expect(noteFileName('RDV : 14 h / salle "Loire"')).toBe('RDV 14 h salle Loire');
  });
});

it('exports each note as text', async () => {
  const state = play(noteCreated({ note: 'n-1' }), write('n-1', '', 'Été\n[x] fait'));
  const files = await notesExporter.exportAll(deskReader(scene, { notes: state }));
  expect(files.map((file) => file.name)).toEqual(['Note 1 08h31 Été.txt']);
  expect(new TextDecoder().decode(files[0]!.bytes)).toBe('Été\r\n[x] fait');
});
