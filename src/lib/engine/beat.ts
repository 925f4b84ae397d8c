import {
  createMachine,
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine
} from 'xstate';
import { holds, type BeatEvent } from '../scenario/beat-test';
import type { BeatTest, CompiledBeat, CompiledScenario, Effect } from '../scenario/compiled';
import { parseDelayName, type Delay } from '../scenario/delay-name';
import { givenOnTheWay } from './freeze';

export { holds, type BeatEvent };

/** What a transition asks for, in order, as data. */
export type BeatOrder =
  | { readonly order: 'schedule'; readonly timer: string; readonly delay: Delay }
  | { readonly order: 'cancel'; readonly timer: string }
  | { readonly order: 'effect'; readonly effect: Effect };

export interface BeatMove {
  readonly to: string;
  readonly orders: readonly BeatOrder[];
}

/** A scenario with its machines made once. Holds functions: never store it, make it again from the compiled JSON. */
export interface RunnableScenario {
  readonly compiled: CompiledScenario;
  readonly beats: ReadonlyMap<string, RunnableBeat>;
  /** Beats that listen to each event type, in the order of the script. */
  readonly listeners: ReadonlyMap<string, readonly RunnableBeat[]>;
  /** Tasks that an event of the script gives. */
  readonly givenOnTheWay: ReadonlySet<string>;
}
export interface RunnableBeat {
  readonly beat: CompiledBeat;
  readonly machine: AnyStateMachine;
  /** Snapshots of its states, made once: they are all that XState needs to know of the past. */
  readonly snapshots: Map<string, AnyMachineSnapshot>;
  /** First state, and what it asks for. */
  readonly start: BeatMove;
}

const TIMER = 'xstate.after.';

function machineOf(beat: CompiledBeat): AnyStateMachine {
  const names = Object.values(beat.config.states).flatMap((state) => Object.keys(state.after ?? {}));
  return createMachine(
    beat.config as unknown as Parameters<typeof createMachine>[0],
    {
      guards: {
        test: ({ event }: { event: unknown }, params: unknown) =>
          holds(params as BeatTest, event as BeatEvent)
      },
      // The engine reads a delay's name; XState only has to hand it out as a delayed raise, hence any number.
      delays: Object.fromEntries(names.map((name) => [name, 1]))
    } as unknown as Parameters<typeof createMachine>[1]
  ) as AnyStateMachine;
}

function runnableBeat(beat: CompiledBeat): RunnableBeat {
  const machine = machineOf(beat);
  const [first, actions] = initialTransition(machine);
  return {
    beat,
    machine,
    snapshots: new Map(),
    start: { to: String(first.value), orders: ordersOf(actions) }
  };
}

/** Makes the machines of a compiled scenario. */
export function runnable(compiled: CompiledScenario): RunnableScenario {
  const beats = new Map(compiled.beats.map((beat) => [beat.id, runnableBeat(beat)]));
  const listeners = new Map<string, RunnableBeat[]>();
  for (const item of beats.values()) {
    const types = new Set(
      Object.values(item.beat.config.states).flatMap((state) => Object.keys(state.on ?? {}))
    );
    for (const type of types) listeners.set(type, [...(listeners.get(type) ?? []), item]);
  }
  return { compiled, beats, listeners, givenOnTheWay: givenOnTheWay(compiled) };
}

interface RawAction {
  readonly type: string;
  readonly params?: unknown;
}

function ordersOf(actions: readonly RawAction[]): readonly BeatOrder[] {
  return actions.map(({ type, params }): BeatOrder => {
    if (type === 'xstate.raise') {
      const timer = (params as { event: { type: string } }).event.type;
      return { order: 'schedule', timer, delay: parseDelayName(timer.slice(TIMER.length).split('.')[0]!) };
    }
    if (type === 'xstate.cancel') return { order: 'cancel', timer: (params as { sendId: string }).sendId };
    return { order: 'effect', effect: params as Effect };
  });
}

/** What an event makes of a beat in a state; `null` when nothing. */
export function moveBeat(
  { beat, machine, snapshots }: RunnableBeat,
  from: string,
  event: BeatEvent
): BeatMove | null {
  const state = beat.config.states[from];
  const timed = event.type.startsWith(TIMER);
  if (!state || state.type === 'final') return null;
  // XState would say the same, more slowly: most facts concern no beat.
  if (!timed && !state.on?.[event.type]?.some(({ guard }) => !guard || holds(guard.params, event)))
    return null;
  const snapshot =
    snapshots.get(from) ?? (machine.resolveState({ value: from, context: {} }) as AnyMachineSnapshot);
  snapshots.set(from, snapshot);
  const [next, actions] = transition(machine, snapshot, event);
  const to = String(next.value);
  return to === from && actions.length === 0 ? null : { to, orders: ordersOf(actions) };
}
