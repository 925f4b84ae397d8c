import { BEAT_EVENTS, when } from './beat-events';
import type { BeatState, BeatTransition } from './compiled';
import { waitingStates, type Waiting } from './compile-condition';
import { durationMs, examMs } from './compile-values';
import { compilePattern } from './compile-pattern';
import { delayName, type Delay } from './delay-name';
import { isPattern } from './format-cue';
import type { EventSource } from './format-script';
import type { z } from 'zod';
import type { delay as delaySchema } from './format-values';
import type { Scope } from './scope';

/** A delay of the format as the engine reads it. */
export function compileDelay(source: z.infer<typeof delaySchema>): Delay {
  if (typeof source === 'string') return { kind: 'for', ms: durationMs(source) };
  const [low, high] = source.entre;
  return { kind: 'between', lowMs: durationMs(low), highMs: durationMs(high) };
}

/** An event of the script that plays when the candidate dials somebody. */
export const isOutgoing = (event: EventSource): boolean =>
  event.appel !== undefined && isPattern(event.quand) && event.quand.fait === 'appel.passe';

/** The states before anything is seen: `waiting…` for the cue, then `delayed`, until `ready` is entered. */
export function cueStates(event: EventSource, ready: string, scope: Scope): Record<string, BeatState> {
  const next = event.delai ? 'delayed' : ready;
  const cancel = event.annule_si ? compilePattern(event.annule_si, scope) : null;
  const cancelled = (type: string): readonly BeatTransition[] =>
    cancel?.fact === type ? [when({ is: 'fact', test: cancel }, 'not-needed')] : [];
  const common: Record<string, readonly BeatTransition[]> = {
    ...(cancel && { [cancel.fact]: cancelled(cancel.fact) }),
    [BEAT_EVENTS.triggered]: [{ target: ready }],
    [BEAT_EVENTS.skipped]: [{ target: 'skipped' }],
    [BEAT_EVENTS.end]: [{ target: 'not-needed' }]
  };
  const waiting = Object.fromEntries(
    Object.entries(cuesOf(event, next, scope)).map(([name, { on, after }]) => [
      name,
      {
        on: {
          ...common,
          ...Object.fromEntries(
            Object.entries(on).map(([type, ways]) => [type, [...cancelled(type), ...ways]] as const)
          )
        },
        ...(after && { after })
      }
    ])
  );
  const issueEntry = (issue: string) => [{ type: 'effect', params: { do: 'issue', issue } }] as const;
  return {
    ...waiting,
    ...(event.delai && {
      delayed: { on: common, after: { [delayName(compileDelay(event.delai))]: ready } }
    }),
    skipped: { type: 'final', entry: issueEntry('saute') },
    'not-needed': { type: 'final', entry: issueEntry('sans_objet') }
  };
}

/** The ways from `waiting` to `next`, whatever the trigger. */
function cuesOf(event: EventSource, next: string, scope: Scope): Waiting['states'] {
  if (event.a)
    return { waiting: { on: {}, after: { [delayName({ kind: 'at', ms: examMs(event.a) })]: next } } };
  if (isPattern(event.quand) && isOutgoing(event)) {
    const test = compilePattern(event.quand, scope);
    return { waiting: { on: { [test.fact]: [when({ is: 'fact', test, free: true }, next)] } } };
  }
  const condition = event.quand ?? event.apres;
  return condition ? waitingStates(event.id, condition, next, scope) : { waiting: { on: {} } };
}
