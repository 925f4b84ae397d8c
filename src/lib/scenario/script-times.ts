import { compileDelay } from './compile-cue';
import { examMs, listOf } from './compile-values';
import { dialogueOf } from './content-of';
import { shapeOf, type Condition, type Outcome } from './format-cue';
import type { ScenarioSource } from './format';
import type { EventSource } from './format-script';

/** When an event comes, in ms after its anchor. A delay drawn by lot has a first and a last instant. */
export interface Coming {
  /** Empty for the start of the exam; else what must come first, the same text for the same thing. */
  readonly anchor: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** An exam time as authors write it: `00:05`, `00:05:30`. */
export function hourWords(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.round(ms / 1000);
  const hour = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 ? `${hour}:${two(seconds % 60)}` : hour;
}

/** The bounds of a delay, in ms; nothing without one. */
export function delayBounds({ delai }: Pick<EventSource, 'delai'>): readonly [lowMs: number, highMs: number] {
  if (delai === undefined) return [0, 0];
  const delay = compileDelay(delai);
  if (delay.kind === 'between') return [delay.lowMs, delay.highMs];
  return [delay.ms, delay.ms];
}

/**
 * When the events of a script come: at an exam time, or so long after something else. Two events with one anchor come
 * one after the other whatever the candidate does. `null` for what a proctor triggers, and for events that wait for
 * each other.
 */
export function scriptTimes({ deroule, taches }: ScenarioSource): ReadonlyMap<string, Coming | null> {
  const events = new Map(deroule.map((event) => [event.id, event]));
  const times = new Map<string, Coming | null>();
  const at = (anchor: string, ms = 0): Coming => ({ anchor, firstMs: ms, lastMs: ms });
  const outcome = (waited: Outcome): Coming | null => {
    const issues = listOf<string>(waited.issue);
    if ('tache' in waited) {
      const deadline = taches.find(({ id }) => id === waited.tache)?.echeance;
      return deadline !== undefined && issues.length === 1 && issues[0] === 'en_retard'
        ? at('', examMs(deadline))
        : at(`tache:${waited.tache}:${issues.toSorted().join()}`);
    }
    const event = events.get(waited.evenement);
    // A conversation ends when the candidate has done with it; anything else, as soon as it comes.
    if (!event || dialogueOf(event)) return at(`${waited.evenement}:${issues.toSorted().join()}`);
    return of(event);
  };
  const condition = (cue: Condition): Coming | null => {
    const shape = shapeOf(cue);
    if (shape.of === 'hour') return at('', examMs(shape.hour));
    return shape.of === 'outcome' ? outcome(shape.outcome) : at(JSON.stringify(cue));
  };
  const of = (event: EventSource): Coming | null => {
    const known = times.get(event.id);
    if (known !== undefined) return known;
    times.set(event.id, null);
    const { a, quand, apres } = event;
    const cue =
      a !== undefined ? at('', examMs(a)) : quand ? condition(quand) : apres ? outcome(apres) : null;
    const [low, high] = delayBounds(event);
    const coming = cue && { ...cue, firstMs: cue.firstMs + low, lastMs: cue.lastMs + high };
    times.set(event.id, coming);
    return coming;
  };
  for (const event of deroule) of(event);
  return times;
}
