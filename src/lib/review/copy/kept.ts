import type { Entry } from '../../log/entry';
import { handInFrozen } from '../../log/hand-in-frozen';
import type { KeptCopies } from './copy-file';
import { showingOfFile } from './showing';

/** Gathers what a log kept by itself of deliverables that were not handed in, at deadlines and at the end. */
export class KeptByTask {
  readonly #kept = new Map<string, KeptCopies>();

  add(entry: Entry): void {
    if (!handInFrozen.is(entry)) return;
    const { n, t } = entry;
    const { task, cause, deliverables } = entry.d;
    for (const { deliverable, files } of deliverables)
      this.#kept.set(`${task}/${deliverable}`, {
        ...{ n, t, cause },
        files: files.map(({ file, name, kind, changedMs }) => ({
          ...{ file, name, changedMs },
          showing: showingOfFile('Copie conservée', { file, name, kind }, n)
        }))
      });
  }

  of(task: string, production: string): KeptCopies | null {
    return this.#kept.get(`${task}/${production}`) ?? null;
  }
}
