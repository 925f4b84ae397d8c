import { applySplice } from '../../kernel/text-splice';
import { parseStory, type StoryMs } from '../../kernel/story-time';
import type { EventDefinition } from '../../log/event-definition';
import type { AppModel } from '../../desk/app-model';
import { noteCreated, noteDeleted, noteEdited, noteOpened } from './events';

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly createdAt: StoryMs;
  readonly changedAt: StoryMs;
}

export interface NotesState {
  /** Story instant at exam time 0. */
  readonly startMs: StoryMs;
  readonly notes: Readonly<Record<string, Note>>;
  /** The note on screen. */
  readonly open: string | null;
}

/** The candidate's notepad: several plain texts, one on screen. */
export const notesModel: AppModel<NotesState> = {
  id: 'notes',
  events: [noteCreated, noteEdited, noteDeleted, noteOpened] as unknown as readonly EventDefinition[],
  open: (scene) => ({ startMs: parseStory(scene.storyStart) ?? 0, notes: {}, open: null }),
  reduce(state, event) {
    const at = state.startMs + event.t;
    if (noteCreated.is(event)) {
      const id = event.d.note;
      if (state.notes[id]) return state;
      const created: Note = { id, text: '', createdAt: at, changedAt: at };
      return { ...state, notes: { ...state.notes, [id]: created }, open: id };
    }
    if (noteEdited.is(event)) {
      const note = state.notes[event.d.note];
      if (!note) return state;
      const edited: Note = { ...note, text: applySplice(note.text, event.d), changedAt: at };
      return { ...state, notes: { ...state.notes, [note.id]: edited } };
    }
    if (noteDeleted.is(event)) {
      const { [event.d.note]: _, ...notes } = state.notes;
      return { ...state, notes, open: state.open === event.d.note ? null : state.open };
    }
    if (noteOpened.is(event)) return { ...state, open: event.d.note };
    return state;
  }
};
