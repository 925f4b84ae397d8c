import type { Exporter } from '../../desk/app-model';
import { storyIso } from '../../kernel/story-time';
import type { NotesState } from './model';
import { noteFileName } from './note-text';

/** Every note as a UTF-8 text file with Windows line ends, oldest first. */
export const notesExporter: Exporter = {
  app: 'notes',
  exportAll(desk) {
    const notes = Object.values(desk.state<NotesState>('notes').notes).sort(
      (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
    );
    return Promise.resolve(
      notes.map((note, index) => ({
        name: `Note ${index + 1} ${storyIso(note.createdAt).slice(11).replace(':', 'h')} ${noteFileName(note.text)}.txt`,
        mediaType: 'text/plain; charset=utf-8',
        bytes: new TextEncoder().encode(note.text.replace(/\n/g, '\r\n'))
      }))
    );
  }
};
