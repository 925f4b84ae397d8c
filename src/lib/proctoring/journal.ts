import * as engine from '../engine/events';
import { lengthWords, incidentWord } from './words';
import type { DeskEvent } from '../log/entry';
import * as sitting from '../sitting/events';

const NBSP = '\u00a0';
/** A start within the minute is the same start. */
const LATE_MS = 60_000;

/** What kind of fact a line of the timeline tells; `connection` and `move` are about people and machines. */
export type LineKind =
  'connection' | 'move' | 'clock' | 'credit' | 'incident' | 'hand-in' | 'hand' | 'word' | 'script';

/** One fact about a sitting, in French: what happened around the desk, never what the candidate wrote. */
export interface JournalLine {
  readonly n: number;
  /** Exam ms. */
  readonly t: number;
  /** Wall ms of the server. */
  readonly wall: number;
  readonly kind: LineKind;
  readonly text: string;
  /** Name of the proctor or head who acted, when somebody did. */
  readonly who: string | null;
  /** Wall ms given back by a credit. */
  readonly creditMs?: number;
}

/** An entry as the journal reads it. */
export type JournalEntry = DeskEvent & { readonly n: number; readonly wall: number };

/** Names of the script's events and of deliverables, for sentences. */
export interface JournalNames {
  beat(id: string): string;
  production(task: string, production: string): string;
}

const ENDS = {
  time: 'Fin de l’épreuve, temps écoulé',
  proctor: 'Épreuve terminée par la surveillance',
  candidate: 'Épreuve terminée par le candidat'
} as const;

/** Types of entries that make a line; the others are never read. */
export const JOURNAL_TYPES: readonly string[] = [
  engine.identityConfirmed,
  engine.familiarisationFinished,
  engine.familiarisationResumed,
  engine.clockStarted,
  engine.clockPaused,
  engine.clockResumed,
  engine.clockCredited,
  engine.sittingEnded,
  engine.beatTriggered,
  engine.beatSkipped,
  engine.incidentNoted,
  engine.productionReceived,
  sitting.deskOpened,
  sitting.postChanged,
  sitting.handRaised,
  sitting.handLowered,
  sitting.handAnswered,
  sitting.wordSent,
  sitting.sittingSealed
].map(({ type }) => type);

/** The line that an entry makes, or `null`. */
export function lineOf(entry: JournalEntry, names: JournalNames): JournalLine | null {
  const told = tell(entry, names);
  if (!told) return null;
  const { n, t, wall } = entry;
  return { n, t, wall, who: null, ...told };
}

type Told = Pick<JournalLine, 'kind' | 'text'> & Partial<Pick<JournalLine, 'who' | 'creditMs'>>;

function tell(entry: JournalEntry, names: JournalNames): Told | null {
  if (engine.identityConfirmed.is(entry)) return { kind: 'connection', text: 'Identité confirmée' };
  if (engine.familiarisationFinished.is(entry)) return { kind: 'connection', text: 'Prise en main terminée' };
  if (engine.familiarisationResumed.is(entry)) return { kind: 'connection', text: 'Prise en main reprise' };
  if (engine.clockStarted.is(entry)) {
    const { lateMs = 0 } = entry.d;
    const late = lateMs < LATE_MS ? '' : `, avec ${lengthWords(lateMs)} de retard`;
    return { kind: 'clock', text: `Début de l’épreuve${late}`, ...by(entry.d) };
  }
  if (engine.clockPaused.is(entry))
    return { kind: 'clock', text: `Pause${NBSP}: ${entry.d.cause}`, ...by(entry.d) };
  if (engine.clockResumed.is(entry)) return { kind: 'clock', text: 'Reprise', ...by(entry.d) };
  if (engine.sittingEnded.is(entry)) return { kind: 'clock', text: ENDS[entry.d.cause], ...by(entry.d) };
  if (engine.clockCredited.is(entry)) {
    const text = `Crédit de ${lengthWords(entry.d.ms)}${NBSP}: ${entry.d.cause}`;
    return { kind: 'credit', text, creditMs: entry.d.ms, ...by(entry.d) };
  }
  if (engine.incidentNoted.is(entry))
    return { kind: 'incident', text: incidentText(entry.d), ...by(entry.d) };
  if (engine.productionReceived.is(entry)) {
    const name = names.production(entry.d.task, entry.d.production);
    return { kind: 'hand-in', text: `Remise${NBSP}: ${name}${entry.d.late ? ' (hors délai)' : ''}` };
  }
  if (engine.beatTriggered.is(entry))
    return { kind: 'script', text: `Déclenché${NBSP}: ${names.beat(entry.d.beat)}`, ...by(entry.d) };
  if (engine.beatSkipped.is(entry))
    return { kind: 'script', text: `Écarté${NBSP}: ${names.beat(entry.d.beat)}`, ...by(entry.d) };
  return tellRoom(entry);
}

function tellRoom(entry: JournalEntry): Told | null {
  if (sitting.deskOpened.is(entry)) return { kind: 'connection', text: 'Poste ouvert' };
  if (sitting.postChanged.is(entry))
    return { kind: 'move', text: `Changement de poste${NBSP}: ${entry.d.post}`, ...by(entry.d) };
  if (sitting.handRaised.is(entry)) return { kind: 'hand', text: 'Main levée' };
  if (sitting.handLowered.is(entry)) return { kind: 'hand', text: 'Main baissée' };
  if (sitting.handAnswered.is(entry)) return { kind: 'hand', text: 'Prise en charge', ...by(entry.d) };
  if (sitting.wordSent.is(entry))
    return { kind: 'word', text: `Message${NBSP}: «${NBSP}${entry.d.text}${NBSP}»`, ...by(entry.d) };
  if (sitting.sittingSealed.is(entry)) return { kind: 'clock', text: 'Passation archivée' };
  return null;
}

function incidentText(d: {
  category: string;
  text: string;
  witnesses?: readonly string[] | undefined;
}): string {
  const seenBy = d.witnesses?.length
    ? ` (témoin${d.witnesses.length > 1 ? 's' : ''}${NBSP}: ${d.witnesses.join(', ')})`
    : '';
  return `${incidentWord(d.category)}${NBSP}: ${d.text}${seenBy}`;
}

const by = ({ who }: { readonly who?: string | undefined }) => ({ who: who ?? null });

/** Somebody whom a line of the room's log concerns. */
export interface LogPerson {
  readonly post: string;
  readonly number: string;
  readonly name: string;
}

/** A line of the log of the whole room, with everybody whom it concerns. */
export interface LogLine extends JournalLine {
  readonly people: readonly LogPerson[];
}

/** Lines that the log of the room keeps: what changed the conditions of the exam. */
export const isLogged = ({ kind }: JournalLine): boolean =>
  kind === 'incident' || kind === 'credit' || kind === 'script' || kind === 'clock' || kind === 'move';

/** What is done to a whole room is written in one log after the other, each within this time of the one before. */
const TOGETHER_MS = 1_500;

/**
 * Puts together, in the order of the clock, what was done to several candidates at once by the same person. What comes to
 * a candidate a second time is another line, however soon.
 */
export function groupLines(lines: readonly LogLine[]): readonly LogLine[] {
  const grouped: LogLine[] = [];
  /** When each line was last added to. */
  const lastAt: number[] = [];
  for (const line of lines.toSorted((a, b) => a.wall - b.wall || a.n - b.n)) {
    const index = grouped.findLastIndex(
      ({ text, who }, at) => text === line.text && who === line.who && line.wall - lastAt[at]! <= TOGETHER_MS
    );
    const known = grouped[index];
    if (known && !shares(known, line)) {
      grouped[index] = { ...known, people: [...known.people, ...line.people] };
      lastAt[index] = line.wall;
    } else lastAt[grouped.push(line) - 1] = line.wall;
  }
  return grouped;
}

const shares = (one: LogLine, other: LogLine): boolean =>
  one.people.some(({ number }) => other.people.some((person) => person.number === number));
