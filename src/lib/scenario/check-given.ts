import type { Names } from './check-names';
import { examMs } from './compile-values';
import { READY } from './ready-states';
import { delayBounds, hourWords } from './script-times';
import type { Walked } from './walk';

/** The least time to read what a task asks for and to hand something in. */
const LEAST_MS = 5 * 60_000;

/** Tasks given during the exam: known, at the latest of their drawn delays, long enough before their deadline. */
export function checkGiven({ source, events, report, yaml }: Names, walked: Walked): void {
  source.taches.forEach(({ donnee_par: giver = '', echeance }, index) => {
    const event = events.get(giver);
    const ready = [...(walked.get(giver)?.reached ?? [])].flatMap(([state, t]) =>
      READY.test(state) ? [t] : []
    );
    if (!event || ready.length === 0 || echeance === undefined) return;
    const [low, high] = delayBounds(event);
    const given = Math.min(...ready) + high - low;
    const left = examMs(echeance) - given;
    const path = ['taches', index, 'echeance'];
    if (left <= 0)
      report.at(
        yaml,
        path,
        'temps.echeance-avant-tache',
        `L’échéance ${echeance} tombe avant que la tâche soit connue (${hourWords(given)}, par « ${giver} »).`,
        'Reculez l’échéance, ou donnez la tâche plus tôt.'
      );
    else if (left < LEAST_MS)
      report.at(
        yaml,
        path,
        'temps.echeance-trop-proche',
        `L’échéance ${echeance} tombe moins de cinq minutes après que la tâche est connue (${hourWords(given)}, par « ${giver} »).`,
        'Reculez l’échéance, ou donnez la tâche plus tôt.',
        { severity: 'avertissement' }
      );
  });
}
