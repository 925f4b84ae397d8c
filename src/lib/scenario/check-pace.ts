import type { Names } from './check-names';
import { checkDensity, checkOverlaps, ringsOf, TALK_MS } from './check-overlaps';
import { isOutgoing } from './compile-cue';
import { durationMs, examMs } from './compile-values';
import { delayBounds, hourWords, scriptTimes, type Coming } from './script-times';

const MINUTE = 60_000;
/** Handing out and getting to know the desk, before the clock starts (SAMS 2008: at most half an hour). */
const FAMILIARISATION_MS = 30 * MINUTE;

/** Time: the room's slot, interruptions on top of each other or of the end, minutes in which too much arrives, tasks known too late. */
export function checkPace(names: Names): void {
  checkSlot(names);
  const times = scriptTimes(names.source);
  checkOverlaps(names, times);
  checkEnd(names, times);
  checkDensity(names, times);
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

/**
 * A visitor's patience, a caller who finds the line engaged and tries again, and the least talk after the last ring must
 * end before the exam does. The rings themselves are `checkScript`'s.
 */
function checkEnd({ source, report, yaml }: Names, times: ReadonlyMap<string, Coming | null>): void {
  const endMs = examMs(source.duree);
  source.deroule.forEach((event, index) => {
    const { a, visite, appel } = event;
    const coming = times.get(event.id);
    if (!coming || coming.anchor !== '' || coming.firstMs >= endMs || isOutgoing(event)) return;
    if (visite && a !== undefined && coming.lastMs + durationMs(visite.patience) >= endMs)
      report.at(
        yaml,
        ['deroule', index, 'visite', 'patience'],
        'temps.visite-trop-longue',
        `Le visiteur de « ${event.id} » peut encore attendre à la fin de l’épreuve.`,
        'Avancez la visite, ou réduisez « patience ».'
      );
    if (!appel) return;
    const { afterMs, ringMs } = ringsOf(event);
    const rung = coming.lastMs + afterMs.at(-1)! + ringMs;
    if (a !== undefined && rung >= endMs) return;
    const engaged = typeof appel.occupe === 'object' ? durationMs(appel.occupe.rappel) : 0;
    const tooLong = (at: readonly PropertyKey[], message: string, fix: string) =>
      report.at(yaml, ['deroule', index, ...at], 'temps.appel-trop-long', message, fix, {
        severity: 'avertissement'
      });
    if (engaged > 0 && rung + engaged >= endMs)
      tooLong(
        ['appel', 'occupe'],
        `Si la ligne est occupée, « ${event.id} » peut encore sonner à la fin de l’épreuve.`,
        'Avancez l’appel, ou réduisez « occupe », « sonnerie » ou « rappel ».'
      );
    else if (rung + TALK_MS > endMs)
      tooLong(
        ['appel'],
        `Décroché à la dernière sonnerie, « ${event.id} » n’a plus le temps de finir avant la fin de l’épreuve.`,
        'Avancez l’appel, ou réduisez « sonnerie » et « rappel ».'
      );
  });
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
