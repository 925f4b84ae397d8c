import { cellsChanged } from '../../src/lib/apps/sheet/events';
import { noteCreated, noteEdited } from '../../src/lib/apps/notes/events';
import { textEdited } from '../../src/lib/apps/text/model';
import { fileCreated } from '../../src/lib/desk/files/model';
import { windowFocused, windowOpened } from '../../src/lib/desk/shell/model';
import { clockStarted, identityConfirmed, sittingEnded, sittingOpened } from '../../src/lib/engine/events';
import { ENGINE_VERSION } from '../../src/lib/engine/step';
import type { Author, EntryDraft, Gesture } from '../../src/lib/log/entry';
import { prose } from './documents';
import { LONG_ENTRIES, LONG_MS } from './world';

const APPS = ['text', 'sheet', 'notes', 'mail'] as const;
const FILES: Partial<Record<(typeof APPS)[number], string>> = { text: 'bench-letter', sheet: 'bench-sheet' };
const PARAGRAPHS = 60;

/**
 * The entries of four busy hours: four windows open, a letter of sixty paragraphs typed sentence by sentence, a workbook
 * filled cell by cell, notes, and windows brought to the front. `wall` dates the start.
 */
export function longSitting(scenario: string, wall: number): readonly EntryDraft[] {
  const drafts: EntryDraft[] = [];
  const add = (by: Author, t: number, gesture: Gesture) => drafts.push({ ...gesture, by, t, wall: wall + t });
  const rate = { num: 1, den: 1 };
  add('system', 0, sittingOpened({ scenario, engine: ENGINE_VERSION, seed: 'bench', rate, endMs: LONG_MS }));
  add('candidate', 0, identityConfirmed({}));
  add('proctor', 0, clockStarted({ who: 'Bench' }));
  for (const gesture of setting()) add('candidate', 0, gesture);
  const work = new Work();
  const count = LONG_ENTRIES - drafts.length - 1;
  for (let index = 0; index < count; index++)
    add('candidate', Math.floor(((index + 1) / count) * (LONG_MS - 1)), work.next(index));
  add('system', LONG_MS, sittingEnded({ cause: 'time' }));
  return drafts;
}

/** The files and windows that the candidate works in. */
function* setting(): Generator<Gesture> {
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => ({ type: 'paragraph' }));
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const file = { folder: null };
  yield fileCreated({
    ...file,
    file: 'bench-letter',
    name: 'Rapport.docx',
    kind: 'text',
    mediaType: docx,
    content: { doc: { type: 'doc', content: paragraphs } }
  });
  yield fileCreated({ ...file, file: 'bench-sheet', name: 'Suivi.xlsx', kind: 'sheet', mediaType: xlsx });
  yield noteCreated({ note: 'bench-note' });
  for (const [index, app] of APPS.entries()) {
    const rect = { x: 120 + index * 60, y: 20 + index * 30, width: 760, height: 520 };
    const file = FILES[app];
    yield windowOpened({ window: `window-${app}`, app, params: file ? { file } : {}, rect });
  }
}

/** One gesture after another: half in the letter, a quarter in the sheet, notes, and changes of window. */
class Work {
  #version = 0;
  readonly #lengths = Array.from({ length: PARAGRAPHS }, () => 0);
  #note = 0;

  next(index: number): Gesture {
    if (index % 40 === 0) return windowFocused({ window: `window-${APPS[(index / 40) % APPS.length]!}` });
    if (index % 4 === 1) {
      const row = Math.floor(index / 4) % 1_000;
      const cells: [number, number, string | number][] = [
        [row, 0, `Ligne ${row + 1}`],
        [row, 1 + (index % 7), index]
      ];
      return cellsChanged({ file: 'bench-sheet', sheet: 'feuille-1', cells });
    }
    if (index % 4 === 3) {
      const insert = prose(index, 30);
      const note = noteEdited({ note: 'bench-note', at: 0, remove: this.#note, insert });
      this.#note = insert.length;
      return note;
    }
    return this.#type(index);
  }

  /** A few letters at the end of one paragraph, as the editor logs the pauses of the typing; some 25 pages in all. */
  #type(index: number): Gesture {
    const paragraph = Math.floor(index / 500) % PARAGRAPHS;
    const start = this.#lengths.slice(0, paragraph).reduce((sum, length) => sum + length + 2, 0);
    const at = start + 1 + this.#lengths[paragraph]!;
    const text = `${prose(index, 1).slice(0, 4)} `;
    this.#lengths[paragraph]! += text.length;
    const slice = { content: [{ type: 'text', text }] };
    const version = this.#version++;
    return textEdited({
      file: 'bench-letter',
      version,
      steps: [{ stepType: 'replace', from: at, to: at, slice }]
    });
  }
}
