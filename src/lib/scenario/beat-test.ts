import type { Fact } from '../log/facts';
import type { BeatTest } from './compiled';
import { matchesFact, matchesValue } from './match';

/** What a beat receives. Everything that its tests may look at travels with the event, so that they stay pure. */
export interface BeatEvent {
  readonly type: string;
  readonly t: number;
  /** Nobody is on the line. */
  readonly lineFree: boolean;
  /** The candidate's fact concerns the conversation that this beat holds. */
  readonly mine: boolean;
  readonly fact?: Fact;
  readonly beat?: string;
  readonly issue?: string;
  readonly task?: string;
}

/** Whether a test holds for an event. Outcomes nobody brought about (`saute`, `sans_objet`) never count as « any ». */
export function holds(test: BeatTest, event: BeatEvent): boolean {
  switch (test.is) {
    case 'fact':
      return (
        event.fact !== undefined &&
        (!test.free || event.lineFree) &&
        matchesFact(event.fact, test.test, event.t)
      );
    case 'mine':
      return (
        event.mine &&
        (!test.free || event.lineFree) &&
        Object.entries(test.where ?? {}).every(([key, value]) => matchesValue(event.fact?.[key], value))
      );
    case 'line-free':
      return event.lineFree;
    case 'dialled':
      return event.lineFree && matchesValue(event.fact?.['numero'], { oneOf: test.numbers });
    case 'issue':
      return (
        event.beat === test.beat &&
        (test.issues?.includes(event.issue!) ?? (event.issue !== 'saute' && event.issue !== 'sans_objet'))
      );
    case 'task':
      return event.task === test.task;
    case 'all':
      return test.tests.every((part) => holds(part, event));
  }
}
