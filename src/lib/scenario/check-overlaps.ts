import type { Names } from './check-names';
import { isOutgoing } from './compile-cue';
import { durationMs } from './compile-values';
import type { EventSource } from './format-script';
import { hourWords, type Coming } from './script-times';

const MINUTE = 60_000;
/** What a conversation lasts at the least, once answered: the time to hear, to think and to answer. */
export const TALK_MS = 90_000;
/** More arrivals than this in five minutes is more than anybody can read, let alone deal with. */
const DENSE = { arrivals: 4, withinMs: 5 * MINUTE };

type Times = ReadonlyMap<string, Coming | null>;

/** When each ring of a call begins after the first, in ms: one, and its recalls. */
export function ringsOf({ appel }: EventSource): {
  readonly afterMs: readonly number[];
  readonly ringMs: number;
} {
  if (!appel) return { afterMs: [0], ringMs: 0 };
  const { sonnerie = '40 s', rappel } = appel;
  const ringMs = durationMs(sonnerie);
  const againMs = rappel ? ringMs + durationMs(rappel.apres) : 0;
  return { afterMs: Array.from({ length: 1 + (rappel?.fois ?? 0) }, (_, at) => at * againMs), ringMs };
}

/** A stretch in which an event may hold the candidate: from a ring, or somebody at the desk, to the least time of talk. */
interface Held {
  readonly event: EventSource;
  readonly index: number;
  readonly anchor: string;
  readonly from: number;
  readonly until: number;
  readonly recall: boolean;
}

function heldBy(event: EventSource, index: number, coming: Coming | null | undefined): readonly Held[] {
  if (!coming || (!event.appel && !event.visite) || isOutgoing(event)) return [];
  const { afterMs, ringMs } = ringsOf(event);
  const { anchor, firstMs, lastMs } = coming;
  return afterMs.map((after, at) => {
    const until = lastMs + after + ringMs + TALK_MS;
    return { event, index, anchor, from: firstMs + after, until, recall: at > 0 };
  });
}

/** The key that says when an event comes. */
const cueOf = (event: EventSource): 'a' | 'apres' | 'quand' =>
  event.a !== undefined ? 'a' : event.apres ? 'apres' : 'quand';

/** Interruptions on top of each other, counted from the same thing: the start, or what both follow. */
export function checkOverlaps({ source, report, yaml }: Names, times: Times): void {
  const held = source.deroule
    .flatMap((event, index) => heldBy(event, index, times.get(event.id)))
    .toSorted((a, b) => a.from - b.from);
  const told = new Set<string>();
  for (const [place, later] of held.entries()) {
    const { event, index, anchor, recall } = later;
    const earlier = held
      .slice(0, place)
      .find((other) => other.event !== event && other.anchor === anchor && other.until > later.from);
    if (!earlier || event.simultane || (recall && earlier.event.simultane)) continue;
    const pair = [event.id, earlier.event.id].toSorted().join();
    if (told.has(event.id) || told.has(pair)) continue;
    told.add(event.id).add(pair);
    const who = recall ? `Le rappel de « ${event.id} »` : `« ${event.id} »`;
    const whom = earlier.recall ? `le rappel de « ${earlier.event.id} »` : `« ${earlier.event.id} »`;
    report.at(
      yaml,
      ['deroule', index, ...(recall ? ['appel', 'rappel', 'apres'] : [cueOf(event)])],
      'temps.chevauchement',
      `${who} peut interrompre ${whom}, qui n’est pas fini.`,
      'Écartez-les, ou écrivez « simultane: true » si c’est voulu.',
      { severity: 'avertissement' }
    );
  }
}

/** Minutes in which more arrives than anybody can read. What is there at the start may be read at leisure. */
export function checkDensity({ source, report, yaml }: Names, times: Times): void {
  const arrivals = source.deroule.flatMap((event, index) => {
    const coming = times.get(event.id);
    return coming && !isOutgoing(event) ? [{ event, index, anchor: coming.anchor, at: coming.firstMs }] : [];
  });
  for (const [anchor, group] of Map.groupBy(arrivals, (arrival) => arrival.anchor)) {
    const sorted = group
      .filter(({ at }) => anchor !== '' || at >= 2 * MINUTE)
      .toSorted((a, b) => a.at - b.at);
    let warnedUntil = -1;
    for (const [place, last] of sorted.entries()) {
      const first = sorted[place - DENSE.arrivals];
      if (!first || last.at - first.at >= DENSE.withinMs || last.at < warnedUntil) continue;
      warnedUntil = last.at + DENSE.withinMs;
      const when =
        anchor === ''
          ? `entre ${hourWords(first.at)} et ${hourWords(last.at)}`
          : 'en moins de cinq minutes, après la même chose';
      report.at(
        yaml,
        ['deroule', last.index, cueOf(last.event)],
        'temps.dense',
        `${DENSE.arrivals + 1} événements arrivent ${when}.`,
        'Étalez-les : un candidat doit pouvoir lire ce qui arrive.',
        { severity: 'avertissement' }
      );
    }
  }
}
