import type { BeatState, BeatTest, BeatTransition } from './compiled';
import { durationMs, examMs, listOf } from './compile-values';
import { compilePattern } from './compile-pattern';
import { delayName, type Delay } from './delay-name';
import type { EventSource } from './format-script';
import type { z } from 'zod';
import type { delay as delaySchema } from './format-values';
import type { Scope } from './scope';

/** Event types that reach beats beside the candidate's facts (which use their own names). */
export const BEAT_EVENTS = {
  issue: 'issue',
  taskComplete: 'task-complete',
  triggered: 'proctor-triggered',
  skipped: 'proctor-skipped',
  end: 'sitting-end'
} as const;

/** A transition under a test. */
export const when = (params: BeatTest, target: string): BeatTransition => ({
  target,
  guard: { type: 'test', params }
});

/** A delay of the format as the engine reads it. */
export function compileDelay(source: z.infer<typeof delaySchema>): Delay {
  if (typeof source === 'string') return { kind: 'for', ms: durationMs(source) };
  const [low, high] = source.entre;
  return { kind: 'between', lowMs: durationMs(low), highMs: durationMs(high) };
}

/**
 * The states before anything is seen: `waiting` for the cue, then `delayed`, until `ready` is entered. `on` says what
 * the cue is when it is a fact that the content itself must look at (an outgoing call).
 */
export function cueStates(event: EventSource, ready: string, scope: Scope): Record<string, BeatState> {
  const next = event.delai ? 'delayed' : ready;
  const cancel: Record<string, readonly BeatTransition[]> = {};
  if (event.annule_si) {
    const test = compilePattern(event.annule_si, scope);
    cancel[test.fact] = [when({ is: 'fact', test }, 'not-needed')];
  }
  const common: Record<string, readonly BeatTransition[]> = {
    ...cancel,
    [BEAT_EVENTS.triggered]: [{ target: ready }],
    [BEAT_EVENTS.skipped]: [{ target: 'skipped' }],
    [BEAT_EVENTS.end]: [{ target: 'not-needed' }]
  };
  const cue: Record<string, readonly BeatTransition[]> = {};
  let after: Record<string, string> | undefined;
  if (event.a) after = { [delayName({ kind: 'at', ms: examMs(event.a) })]: next };
  if (event.quand) {
    const test = compilePattern(event.quand, scope);
    const dialled = event.quand.fait === 'appel.passe' && event.appel !== undefined;
    cue[test.fact] = [
      ...(cancel[test.fact] ?? []),
      when({ is: 'fact', test, ...(dialled && { free: true }) }, next)
    ];
  }
  if (event.apres) {
    const beat = 'tache' in event.apres ? `tache:${event.apres.tache}` : event.apres.evenement;
    const issues = event.apres.issue === undefined ? null : listOf(event.apres.issue);
    cue[BEAT_EVENTS.issue] = [when({ is: 'issue', beat, issues }, next)];
  }
  const issueEntry = (issue: string) => [{ type: 'effect', params: { do: 'issue', issue } }] as const;
  return {
    waiting: { on: { ...common, ...cue }, ...(after && { after }) },
    ...(event.delai && {
      delayed: { on: common, after: { [delayName(compileDelay(event.delai))]: ready } }
    }),
    skipped: { type: 'final', entry: issueEntry('saute') },
    'not-needed': { type: 'final', entry: issueEntry('sans_objet') }
  };
}
