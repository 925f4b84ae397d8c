import type { Note } from './model';

/** A line of a note: plain, or a task with its box. */
export interface NoteLine {
  readonly text: string;
  /** `null` for a plain line. */
  readonly done: boolean | null;
}

const BOX = /^\[( |x|X)\](?: |$)/;

/** The lines of a note; `[ ] ` and `[x] ` at the start of a line are boxes to tick. */
export function noteLines(text: string): readonly NoteLine[] {
  return text.split('\n').map((line) => {
    const box = BOX.exec(line);
    return { text: line, done: box ? box[1] !== ' ' : null };
  });
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Ticks or unticks the box of the line at `at`; `null` when this line has none. The length does not change. */
export function toggleBox(text: string, at: number): string | null {
  const start = lineStart(text, at);
  const box = BOX.exec(text.slice(start, start + 4));
  if (!box) return null;
  return text.slice(0, start + 1) + (box[1] === ' ' ? 'x' : ' ') + text.slice(start + 2);
}

/** True when `at` falls on the box itself: a click there ticks. */
export function onBox(text: string, at: number): boolean {
  const start = lineStart(text, at);
  return at - start < 3 && BOX.test(text.slice(start, start + 4));
}

/** Gives the line at `at` a box, or takes it away; the caret follows its character. */
export function switchBox(text: string, at: number): { text: string; caret: number } {
  const start = lineStart(text, at);
  const box = BOX.exec(text.slice(start, start + 4));
  if (!box) return { text: `${text.slice(0, start)}[ ] ${text.slice(start)}`, caret: at + 4 };
  const width = box[0].length;
  return { text: text.slice(0, start) + text.slice(start + width), caret: Math.max(start, at - width) };
}

/**
 * Enter at `at` on a task: the next line is a task too; on an empty task, the list ends (the box goes away).
 * `null` where Enter does what it always does.
 */
export function enterOnTask(text: string, at: number): { text: string; caret: number } | null {
  const start = lineStart(text, at);
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const line = text.slice(start, end);
  const box = BOX.exec(line);
  if (!box || at - start < box[0].length) return null;
  if (line.trim().length === 3) return { text: text.slice(0, start) + text.slice(end), caret: start };
  return { text: `${text.slice(0, at)}\n[ ] ${text.slice(at)}`, caret: at + 5 };
}

/** First words of a note: its name in the list and of its file. */
export function noteTitle(text: string): string {
  const line = text.split('\n').find((one) => one.replace(BOX, '').trim());
  return line ? line.replace(BOX, '').trim().slice(0, 80) : 'Note sans texte';
}

/** What follows the title, on one line. */
export function noteExtract(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(BOX, '').trim());
  return lines.filter(Boolean).slice(1).join(' ').slice(0, 120);
}

/** Tasks done and in all. */
export function noteTasks(text: string): { done: number; all: number } {
  const tasks = noteLines(text).filter((line) => line.done !== null);
  return { done: tasks.filter((line) => line.done).length, all: tasks.length };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Notes that hold every word of the search, newest first. */
export function listNotes(notes: readonly Note[], query: string): readonly Note[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return notes
    .filter((note) => words.every((word) => plain(note.text).includes(word)))
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
}

/** Name of the exported file, without its extension. */
export function noteFileName(text: string): string {
  const safe = noteTitle(text)
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return safe || 'Note';
}
