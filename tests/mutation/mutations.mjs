/**
 * Faults that the tests of the engine must see, one at a time: a file, a text found once in it, what replaces it.
 * A mutation whose text is no longer there stops the script: write it anew for the code as it is.
 */
export const MUTATIONS = [
  {
    name: 'the clock ignores a hold',
    file: 'src/lib/engine/clock.ts',
    from: 'return { ...clock, t, at: heldUntil, heldUntil };',
    to: 'return { ...clock, t, at: wall, heldUntil };'
  },
  {
    name: 'the third-time clock is off by one millisecond',
    file: 'src/lib/engine/clock.ts',
    from: 'Math.ceil((Math.max(0, t - clock.t) * clock.rate.den) / clock.rate.num)',
    to: 'Math.floor((Math.max(0, t - clock.t) * clock.rate.den) / clock.rate.num)'
  },
  {
    name: 'an input is decided before what had come due',
    file: 'src/lib/engine/step.ts',
    from: 'if (this.state.engine) this.#advance();',
    to: 'if (this.state.engine) this.#now = Math.max(this.state.t, examTime(this.state.clock, this.wall));'
  },
  {
    name: 'what was due is never cancelled',
    file: 'src/lib/engine/step.ts',
    from: 'this.#decide(events.dueCancelled({ due }));',
    to: 'continue;'
  },
  {
    name: 'ties fire in the reverse order',
    file: 'src/lib/engine/state.ts',
    from: 'due.at === added.at && due.order > added.order',
    to: 'due.at === added.at'
  },
  {
    name: 'every fact belongs to every conversation',
    file: 'src/lib/engine/step.ts',
    from: 'mine: isMine(runnable.beat, this.state, signal.fact)',
    to: 'mine: true'
  },
  {
    name: 'beats that answer each other are not cut',
    file: 'src/lib/engine/step.ts',
    from: 'return this.#steps <= MOST_STEPS;',
    to: 'return this.#steps <= 100 * MOST_STEPS;'
  },
  {
    name: 'a hand-in at the deadline is not late',
    file: 'src/lib/engine/step.ts',
    from: 'this.#now >= task.deadlineMs',
    to: 'this.#now > task.deadlineMs'
  },
  {
    name: 'a pause forgets what is left of a hold',
    file: 'src/lib/engine/clock.ts',
    from: 'owedMs: clock.owedMs + left',
    to: 'owedMs: clock.owedMs'
  },
  {
    name: 'the candidate may have two conversations at once',
    file: 'src/lib/engine/step.ts',
    from: 'lineFree: this.state.conversation === null',
    to: 'lineFree: true'
  }
];
