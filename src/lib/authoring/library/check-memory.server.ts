import { checkScenario } from '../../scenario/check';
import { sha256 } from '../../scenario/load.server';
import { folderOf } from './folder';
import { countsOf, type ScenarioContent } from './model';

/** What the checker says in numbers. */
export type CheckCounts = ReturnType<typeof countsOf>;

const MOST_KEPT = 300;

/** What the checker said of contents that have been looked at: a long exam takes it a while, and a version never changes. */
export class CheckMemory {
  readonly #kept = new Map<string, CheckCounts>();

  /** Counts of errors and warnings of a scenario. */
  counts(id: string, content: ScenarioContent): CheckCounts {
    const key = sha256(JSON.stringify([id, content.texts, content.pieces]));
    const known = this.#kept.get(key);
    if (known) return known;
    const counts = countsOf(checkScenario(folderOf(id, content)));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= MOST_KEPT && !oldest.done) this.#kept.delete(oldest.value);
    this.#kept.set(key, counts);
    return counts;
  }
}
