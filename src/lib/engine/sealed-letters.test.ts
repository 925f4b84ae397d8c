import { beforeEach, describe, expect, it } from 'vitest';
import { masterForTest } from '../../../tests/builders/example-scenario';
import { sealedPost, SHEETS } from '../../../tests/builders/sealed-post';
import { letterContentRevealed, letterDelivered } from '../log/script-world';
import type { CompiledScenario } from '../scenario/compiled';
import { runnable } from './beat';
import { beatsOf } from './queries';
import { findDifference } from './replay';
import * as events from './events';
import { Simulation } from './simulate';

const MINUTE = 60_000;
let compiled: CompiledScenario;
let run: Simulation;
beforeEach(async () => {
  ({ compiled } = await masterForTest(sealedPost()));
  run = new Simulation(runnable(compiled));
  run.start();
});
const keyOf = (id: string) => compiled.letters!.find((letter) => letter.id === id)!.key;
const opens = (id: string) => {
  const fact = { fait: 'pli.ouvert', pli: keyOf(id) };
  return run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });
};
const revealed = () =>
  run.log.flatMap((entry) =>
    letterContentRevealed.is(entry) ? [[entry.d.letter, entry.d.content.map(({ name }) => name)]] : []
  );

describe('what is inside a letter', () => {
  it('is told right after its opening, before anybody reacts to it', () => {
    const [gesture, told, ...after] = opens('notaire');
    expect(gesture?.by).toBe('candidate');
    expect(told).toMatchObject({
      by: 'script',
      type: 'post.content-revealed',
      d: { letter: keyOf('notaire'), content: [{ name: SHEETS.tray.name, blob: SHEETS.tray.hash }] }
    });
    expect(after.map(({ type }) => type)).toContain('notice.given');
  });

  it('is told once, however often it is opened', () => {
    opens('notaire');
    opens('notaire');
    expect(revealed()).toEqual([[keyOf('notaire'), [SHEETS.tray.name]]]);
  });

  it('is told of a letter of the script once it has come, and not before', () => {
    opens('avocat');
    expect(revealed()).toEqual([]);
    run.waitUntil(MINUTE);
    const delivered = run.log.find((entry) => letterDelivered.is(entry));
    expect(delivered?.d).not.toHaveProperty('content');
    opens('avocat');
    expect(revealed()).toEqual([[keyOf('avocat'), [SHEETS.later.name]]]);
  });

  it('is told during a pause to whom had opened it, and to nobody once the exam is over', () => {
    run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'essai' }) });
    opens('notaire');
    expect(revealed()).toHaveLength(1);
    run.do({ by: 'proctor', gesture: events.clockResumed({}) });
    run.finish();
    opens('avocat');
    expect(revealed()).toHaveLength(1);
  });

  it('is found again by whoever enters late, sealed', () => {
    run = new Simulation(runnable(compiled));
    run.do({ by: 'proctor', gesture: events.clockStarted({ lateMs: 2 * MINUTE }) });
    expect(run.log.filter((entry) => letterDelivered.is(entry))).toHaveLength(1);
    expect(revealed()).toEqual([]);
    opens('avocat');
    expect(revealed()).toHaveLength(1);
  });

  it('is decided again the same from the inputs alone', () => {
    run.waitUntil(MINUTE);
    opens('avocat');
    opens('notaire');
    run.finish();
    const factsOf = (entry: { type: string; d: unknown }) =>
      entry.type === 'simulated.fact' ? [entry.d as { fait: string }] : [];
    expect(findDifference(runnable(compiled), run.log, factsOf)).toBeNull();
  });

  it('adds nothing to the board of the script', () => {
    expect(beatsOf(compiled, run.state).map(({ id }) => id)).toEqual(
      compiled.beats.filter(({ kind }) => kind !== 'task' && kind !== 'watch').map(({ id }) => id)
    );
  });

  it('comes with the letter where a scenario was mastered before: its sittings go on as they began', () => {
    const former: CompiledScenario = JSON.parse(
      JSON.stringify({ ...compiled, letters: undefined }),
      (key, value: unknown) =>
        key === 'letter' ? { ...(value as object), content: compiled.letters![1]!.content } : value
    ) as CompiledScenario;
    run = new Simulation(runnable(former));
    run.start();
    run.waitUntil(MINUTE);
    expect(run.log.find((entry) => letterDelivered.is(entry))?.d).toMatchObject({
      content: [{ name: SHEETS.later.name }]
    });
    opens('avocat');
    expect(revealed()).toEqual([]);
  });
});
