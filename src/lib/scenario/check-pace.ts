import type { Names } from './check-names';
import { durationMs, examMs } from './compile-values';
import type { EventSource } from './format-script';
import { delayBounds, hourWords } from './script-times';

const MINUTE = 60_000;
/** What a conversation lasts at the least, once answered: the time to hear, to think and to answer. */
const TALK_MS = 90_000;
/** More arrivals than this in five minutes is more than anybody can read, let alone deal with. */
const DENSE = { arrivals: 4, withinMs: 5 * MINUTE };
/** Handing out and getting to know the desk, before the clock starts (SAMS 2008: at most half an hour). */
const FAMILIARISATION_MS = 30 * MINUTE;

/** Time: the room's slot, interruptions on top of each other or of the end, minutes in which too much arrives, tasks known too late. */
export function checkPace(names: Names): void {
  checkSlot(names);
  checkOverlaps(names);
  checkEnd(names);
  checkDensity(names);
  checkGivers(names);
  checkDelays(names);
}

/** With a third more time, the exam must still fit in the hours for which the room is booked. */
function checkSlot({ source, report, yaml }: Names): void {
  if (source.creneau === undefined) return;
  const longest = FAMILIARISATION_MS + Math.ceil((examMs(source.duree) * 4) / 3);
  if (longest <= examMs(source.creneau)) return;
  const minutes = Math.ceil(longest / MINUTE);
  report.at(
    yaml,
    ['creneau'],
    'temps.creneau',
    `Avec un tiers-temps et la prise en main, l’épreuve dure ${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}, plus que le créneau (${source.creneau}).`,
    'Allongez « creneau » ou raccourcissez « duree ».'
  );
}

/** When an event at an exam time holds the candidate, from the first ring to the least time of talk. */
function holds(event: EventSource): { readonly from: number; readonly until: number } | null {
  if (event.a === undefined || (!event.appel && !event.visite)) return null;
  const { delai } = event;
  const [low, high] = typeof delai === 'object' ? delai.entre : [delai ?? '0 s', delai ?? '0 s'];
  const from = examMs(event.a) + durationMs(low);
  const ringMs = event.appel ? durationMs(event.appel.sonnerie ?? '40 s') : 0;
  return { from, until: examMs(event.a) + durationMs(high) + ringMs + TALK_MS };
}

/** A visitor's patience, and a caller who finds the line engaged and tries again, must end before the exam does. */
function checkEnd({ source, report, yaml }: Names): void {
  const endMs = examMs(source.duree);
  source.deroule.forEach((event, index) => {
    const { a, delai, visite, appel } = event;
    if (a === undefined || examMs(a) >= endMs) return;
    const last = examMs(a) + durationMs(typeof delai === 'object' ? delai.entre[1] : (delai ?? '0 s'));
    if (visite && last + durationMs(visite.patience) >= endMs)
      report.at(
        yaml,
        ['deroule', index, 'visite', 'patience'],
        'temps.visite-trop-longue',
        `Le visiteur de « ${event.id} » peut encore attendre à la fin de l’épreuve.`,
        'Avancez la visite, ou réduisez « patience ».'
      );
    const rings = appel ? durationMs(appel.sonnerie ?? '40 s') * (1 + (appel.rappel?.fois ?? 0)) : 0;
    const recalls = appel?.rappel ? appel.rappel.fois * durationMs(appel.rappel.apres) : 0;
    const engaged = typeof appel?.occupe === 'object' ? durationMs(appel.occupe.rappel) : 0;
    const without = last + rings + recalls;
    if (engaged > 0 && without < endMs && without + engaged >= endMs)
      report.at(
        yaml,
        ['deroule', index, 'appel', 'occupe'],
        'temps.appel-trop-long',
        `Si la ligne est occupée, « ${event.id} » peut encore sonner à la fin de l’épreuve.`,
        'Avancez l’appel, ou réduisez « occupe », « sonnerie » ou « rappel ».',
        { severity: 'avertissement' }
      );
  });
}

function checkOverlaps({ source, report, yaml }: Names): void {
  const held = source.deroule.flatMap((event, index) => {
    const span = holds(event);
    return span ? [{ event, index, ...span }] : [];
  });
  for (const [place, later] of held.toSorted((a, b) => a.from - b.from).entries()) {
    if (later.event.simultane) continue;
    const earlier = held
      .toSorted((a, b) => a.from - b.from)
      .slice(0, place)
      .find((other) => other.until > later.from);
    if (earlier)
      report.at(
        yaml,
        ['deroule', later.index, 'a'],
        'temps.chevauchement',
        `« ${later.event.id} » peut interrompre « ${earlier.event.id} », qui n’est pas fini.`,
        'Écartez-les, ou écrivez « simultane: true » si c’est voulu.',
        { severity: 'avertissement' }
      );
  }
}

function checkDensity({ source, report, yaml }: Names): void {
  const arrivals = source.deroule
    .flatMap((event, index) => (event.a === undefined ? [] : [{ event, index, at: examMs(event.a) }]))
    .filter(({ at }) => at >= 2 * MINUTE)
    .toSorted((a, b) => a.at - b.at);
  let warnedUntil = -1;
  for (const [place, last] of arrivals.entries()) {
    const first = arrivals[place - DENSE.arrivals];
    if (!first || last.at - first.at >= DENSE.withinMs || last.at < warnedUntil) continue;
    warnedUntil = last.at + DENSE.withinMs;
    report.at(
      yaml,
      ['deroule', last.index, 'a'],
      'temps.dense',
      `${DENSE.arrivals + 1} événements arrivent entre ${first.event.a!} et ${last.event.a!}.`,
      'Étalez-les : un candidat doit pouvoir lire ce qui arrive.',
      { severity: 'avertissement' }
    );
  }
}

/** A task given during the exam: its event exists. */
function checkGivers(names: Names): void {
  names.source.taches.forEach(({ donnee_par: giver }, index) => {
    const path = ['taches', index, 'donnee_par'];
    names.known(path, 'nom.evenement', 'L’événement', giver, [...names.events.keys()]);
  });
}

/** An hour inside the exam, and a delay that ends after it. Calls and visits have words of their own. */
function checkDelays({ source, report, yaml }: Names): void {
  const endMs = examMs(source.duree);
  source.deroule.forEach((event, index) => {
    const { a, appel, visite } = event;
    if (a === undefined || appel || visite || examMs(a) >= endMs) return;
    const [, longest] = delayBounds(event);
    const last = examMs(a) + longest;
    if (last < endMs) return;
    report.at(
      yaml,
      ['deroule', index, 'delai'],
      'temps.apres-la-fin',
      `Avec son délai, « ${event.id} » peut arriver à ${hourWords(last)}, après la fin (${source.duree}).`,
      'Raccourcissez « delai », ou avancez l’événement.'
    );
  });
}
