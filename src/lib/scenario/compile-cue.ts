import { BEAT_EVENTS, when } from './beat-events';
import type { BeatState, BeatTransition } from './compiled';
import { waitingStates, type Waiting } from './compile-condition';
import { durationMs, examMs } from './compile-values';
import { compilePattern } from './compile-pattern';
import { delayName, type Delay } from './delay-name';
import { isPattern, shapeOf, type Condition } from './format-cue';
import type { Pattern } from './format-pattern';
import type { EventSource } from './format-script';
import { REACHABLE } from './ready-states';
import type { z } from 'zod';
import type { delay as delaySchema } from './format-values';
import type { Scope } from './scope';

/** A delay of the format as the engine reads it. */
export function compileDelay(source: z.infer<typeof delaySchema>): Delay {
  if (typeof source === 'string') return { kind: 'for', ms: durationMs(source) };
  const [low, high] = source.entre;
  return { kind: 'between', lowMs: durationMs(low), highMs: durationMs(high) };
}

/** What a call that the candidate makes waits for. */
export interface Outgoing {
  /** The candidate dials: always the last step. */
  readonly dial: Pattern;
  /** What must have come before somebody answers; `null` when they answer from the start. */
  readonly before: Condition | null;
}

/** The dialling that an event of the script answers: alone, or beside other conditions that must all come first. */
export function outgoingOf({ appel, quand }: EventSource): Outgoing | null {
  if (!appel || !quand) return null;
  const shape = shapeOf(quand);
  const parts = shape.of === 'all' ? shape.parts : [quand];
  const [dial, another] = parts.filter((part) => isPattern(part) && part.fait === 'appel.passe');
  if (!isPattern(dial) || another) return null;
  const [first, ...more] = parts.filter((part) => part !== dial);
  return { dial, before: !first ? null : more.length ? { tous: [first, ...more] } : first };
}

/** An event of the script that plays when the candidate dials somebody. */
export const isOutgoing = (event: EventSource): boolean => outgoingOf(event) !== null;

/** The states before anything is seen: `waiting…` for the cue, then `delayed`, until `ready` is entered. */
export function cueStates(event: EventSource, ready: string, scope: Scope): Record<string, BeatState> {
  const outgoing = outgoingOf(event);
  const dial = outgoing && compilePattern(outgoing.dial, scope);
  const waited = outgoing?.before ? REACHABLE : ready;
  const next = event.delai ? 'delayed' : waited;
  const cancel = event.annule_si ? compilePattern(event.annule_si, scope) : null;
  const cancelled = (type: string): readonly BeatTransition[] =>
    cancel?.fact === type ? [when({ is: 'fact', test: cancel }, 'not-needed')] : [];
  const common: Record<string, readonly BeatTransition[]> = {
    ...(cancel && { [cancel.fact]: cancelled(cancel.fact) }),
    // Nobody speaks on a line that nobody dialled: triggered, somebody waits for the candidate's call.
    ...((!outgoing || outgoing.before) && { [BEAT_EVENTS.triggered]: [{ target: waited }] }),
    [BEAT_EVENTS.skipped]: [{ target: 'skipped' }],
    [BEAT_EVENTS.end]: [{ target: 'not-needed' }]
  };
  const dialled: Waiting['states'][string] | null = dial && {
    on: { [dial.fact]: [when({ is: 'fact', test: dial, free: true }, ready)] }
  };
  const cues = {
    ...(dialled && !outgoing?.before ? { waiting: dialled } : cuesOf(event, next, scope)),
    ...(dialled && outgoing?.before && { [REACHABLE]: dialled })
  };
  const waiting = Object.fromEntries(
    Object.entries(cues).map(([name, { on, after }]) => [
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
      delayed: { on: common, after: { [delayName(compileDelay(event.delai))]: waited } }
    }),
    skipped: { type: 'final', entry: issueEntry('saute') },
    'not-needed': { type: 'final', entry: issueEntry('sans_objet') }
  };
}

/** The ways from `waiting` to `next`, whatever the trigger. */
function cuesOf(event: EventSource, next: string, scope: Scope): Waiting['states'] {
  if (event.a)
    return { waiting: { on: {}, after: { [delayName({ kind: 'at', ms: examMs(event.a) })]: next } } };
  const condition = outgoingOf(event)?.before ?? event.quand ?? event.apres;
  return condition ? waitingStates(event.id, condition, next, scope) : { waiting: { on: {} } };
}
