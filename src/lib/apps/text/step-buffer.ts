import type { Step } from '@tiptap/pm/transform';
import { withoutNulls } from './schema';

/** Steps waiting to be recorded. Neighbouring insertions and deletions become one, so that a sentence is one step. */
export class StepBuffer {
  #steps: Step[] = [];

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  add(steps: readonly Step[]): void {
    for (const step of steps) {
      const last = this.#steps.at(-1);
      const merged = last?.merge(step);
      if (merged) this.#steps[this.#steps.length - 1] = merged;
      else this.#steps.push(step);
    }
  }

  /** The steps as JSON, and an empty buffer. */
  take(): { stepType: string }[] {
    const steps = this.#steps.map((step) => withoutNulls(step.toJSON()) as { stepType: string });
    this.#steps = [];
    return steps;
  }
}
