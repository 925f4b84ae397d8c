import type { Fact } from '../log/facts';
import type { BeatTest, CompiledBeat } from '../scenario/compiled';
import { REACHABLE } from '../scenario/ready-states';
import { attributesFor, witnesses } from '../scenario/witness';
import type { RunnableScenario } from './beat';
import type { EngineState } from './state';

/** What ends or suspends a conversation. */
export const LEAVING: ReadonlySet<string> = new Set([
  'appel.raccroche',
  'appel.reporte',
  'appel.attente',
  'visite.terminee',
  'visite.attente'
]);

/** Everything that a candidate can do that a scenario looks at, made from its own patterns, choices and people. */
export class Repertoire {
  /** Facts that the triggers and the tasks wait for. */
  readonly facts: readonly Fact[];
  /** Events of the script that a proctor may trigger or skip. */
  readonly scripted: readonly string[];
  /** By event that has a conversation, then by state: what the candidate can answer there. */
  readonly #talks: ReadonlyMap<CompiledBeat, ReadonlyMap<string, readonly Fact[]>>;

  constructor(private readonly scenario: RunnableScenario) {
    const { beats, tasks } = scenario.compiled;
    const tests = beats.flatMap(({ config }) =>
      Object.values(config.states).flatMap((state) =>
        Object.values(state.on ?? {}).flatMap((ways) => ways.flatMap(({ guard }) => guard?.params ?? []))
      )
    );
    const waited = [...tests.flatMap(factsOf), ...tasks.flatMap((task) => this.productions(task.id))];
    this.facts = [...new Map(waited.map((fact) => [JSON.stringify(fact), fact])).values()];
    this.#talks = new Map(
      beats.flatMap((beat) => {
        const places = Object.keys(beat.config.states).map(
          (place) => [place, answersIn(beat, place)] as const
        );
        const talking = places.filter(([, answers]) => answers.length > 0);
        return talking.length ? [[beat, new Map(talking)] as const] : [];
      })
    );
    this.scripted = beats.filter(({ kind }) => kind !== 'task' && kind !== 'watch').map(({ id }) => id);
  }

  /** One fact for each production of a task: the first that its pattern is made for. */
  productions(task: string): readonly Fact[] {
    const found = this.scenario.compiled.tasks.find(({ id }) => id === task);
    return (found?.productions ?? []).flatMap(({ test }) =>
      witnesses(test)
        .slice(0, 1)
        .map(({ fact }) => fact)
    );
  }

  /** Calls that somebody waits for: a voicemail asked for them, or the script. */
  callbacks(state: EngineState): readonly Fact[] {
    return this.scenario.compiled.beats.flatMap(({ id, config }) =>
      state.beats[id]?.state === REACHABLE
        ? Object.values(config.states[REACHABLE]?.on ?? {})
            .flatMap((ways) => ways.flatMap(({ guard }) => (guard ? factsOf(guard.params) : [])))
            .filter(({ fait }) => fait === 'appel.passe')
            .slice(0, 1)
        : []
    );
  }

  /** Events whose conversation waits for the candidate, in the order of the script. */
  live(state: EngineState): readonly CompiledBeat[] {
    const found: CompiledBeat[] = [];
    for (const [beat, answers] of this.#talks)
      if (answers.has(state.beats[beat.id]?.state ?? '')) found.push(beat);
    return found;
  }

  /** What the candidate can answer to an event where it is, in the order of its choices. */
  answers(beat: CompiledBeat, state: EngineState): readonly Fact[] {
    const call = state.conversation?.beat === beat.id ? state.conversation.call : state.held[beat.id];
    const known = this.#talks.get(beat)?.get(state.beats[beat.id]?.state ?? '') ?? [];
    return call === undefined ? known : known.map((fact) => ({ ...fact, appel: call }));
  }
}

function answersIn(beat: CompiledBeat, place: string): readonly Fact[] {
  const whose: Readonly<Record<string, string>> =
    beat.kind === 'visit' ? { visite: beat.key } : beat.kind === 'chat' ? { avec: beat.contact ?? '' } : {};
  return Object.entries(beat.config.states[place]?.on ?? {}).flatMap(([fait, ways]) => {
    const tests = ways.flatMap(({ guard }) =>
      guard?.params.is === 'mine' ? [guard.params.where ?? {}] : []
    );
    return tests.flatMap((test) =>
      attributesFor(
        test,
        tests.filter((other) => other !== test)
      )
        .slice(0, 3)
        .map((values) => ({ ...values, ...whose, fait }) as Fact)
    );
  });
}

/** Facts that a test of a trigger is made for. */
function factsOf(test: BeatTest): readonly Fact[] {
  if (test.is === 'fact')
    return witnesses(test.test)
      .slice(0, 3)
      .map(({ fact }) => fact);
  if (test.is === 'dialled') return test.numbers.slice(-1).map((numero) => ({ fait: 'appel.passe', numero }));
  return test.is === 'all' ? test.tests.flatMap(factsOf) : [];
}
