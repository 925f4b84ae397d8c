import { DomainError } from '../kernel/domain-error';
import { formatExamTime } from '../kernel/format-fr';
import type { EntryDraft } from '../log/entry';
import { completeFacts, type Fact, type FactValue } from '../log/facts';
import { mailReceived, phoneEnded, phoneRang, phoneSaid, phoneVoicemailLeft } from '../log/script-events';
import {
  agendaChanged,
  chatReceived,
  fileDropped,
  letterContentRevealed,
  letterDelivered,
  noticeGiven,
  ordersChanged,
  visitorArrived,
  visitorHandedOver,
  visitorLeft,
  visitorSaid
} from '../log/script-world';
import { dialogueOf } from '../scenario/content-of';
import { durationMs, examMs, hundredths } from '../scenario/compile-values';
import { MONEY_ATTRIBUTES } from '../scenario/fact-attributes';
import type { RunSource } from '../scenario/format-run';
import type { Scope } from '../scenario/scope';
import type { RunnableScenario } from './beat';
import * as events from './events';
import { Simulation } from './simulate';
import type { EngineState } from './state';

type Step = RunSource['etapes'][number];

/** The event whose conversation a step is about: a call or a visit by its name, an exchange of messages by the colleague. */
function conversationOf(scope: Scope, state: EngineState, step: Step): string {
  const { appel, visite, avec } = step as Readonly<Record<string, unknown>>;
  if (typeof appel === 'string') return appel;
  if (typeof visite === 'string') return visite;
  const chats = scope.source.deroule.filter(({ discussion }) => discussion && discussion.de === avec);
  const open = chats.find(({ id }) => /^(line:|nudged)/.test(state.beats[id]?.state ?? ''));
  return open?.id ?? '';
}

/** The line that a conversation is at: asked again, or come back to, it offers the same. */
function lineNow(scope: Scope, state: EngineState, event: string): string {
  const at = state.beats[event]?.state ?? '';
  const source = scope.source.deroule.find(({ id }) => id === event);
  const first = Object.keys((source && dialogueOf(source)) ?? {})[0] ?? '';
  return at === 'nudged' ? first : at.replace(/^(line|silence|back):/, '');
}

/** A fact of a recorded run in the engine's terms: amounts in cents, people's addresses, opaque names and choices. */
function factOf(scope: Scope, state: EngineState, step: Step): Fact {
  const { heure: _h, surveillant: _s, evenement: _e, duree: _d, ...written } = step;
  const event = conversationOf(scope, state, step);
  const person = (value: unknown) => {
    const found = typeof value === 'string' ? scope.source.personnes[value] : undefined;
    return found ?? null;
  };
  const convert = (key: string, value: unknown): FactValue => {
    if (Array.isArray(value)) return value.map((item) => convert(key, item));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, convert(name, member)]));
    if (typeof value === 'number' && MONEY_ATTRIBUTES.has(key)) return hundredths(value);
    if (key === 'a' || key === 'cc') return person(value)?.courriel ?? (value as FactValue);
    if (key === 'numero' && person(value)) return person(value)!.tel ?? person(value)!.poste ?? '';
    if (key === 'appel') {
      const { conversation } = state;
      return conversation?.beat === event ? conversation.call : scope.callKey(event);
    }
    if (key === 'courriel' || key === 'reponse_a')
      return scope.messageKey(String(value)) ?? (value as FactValue);
    if (key === 'visite' || key === 'annonce') return scope.beatKey(String(value));
    if (key === 'pli') return scope.letterKey(String(value));
    if (key === 'choix' && typeof value === 'string')
      return scope.choiceNumber(event, lineNow(scope, state, event), value);
    return value as FactValue;
  };
  const attributes = Object.entries(written).map(([key, value]) => [key, convert(key, value)] as const);
  return Object.fromEntries(attributes) as unknown as Fact;
}

function proctorStep(run: Simulation, step: Step): void {
  const beat = step.evenement ?? '';
  const ms = durationMs(step.duree ?? '1 min');
  if (step.surveillant === 'declenche') run.do({ by: 'proctor', gesture: events.beatTriggered({ beat }) });
  else if (step.surveillant === 'saute') run.do({ by: 'proctor', gesture: events.beatSkipped({ beat }) });
  else if (step.surveillant === 'credit')
    run.do({ by: 'proctor', gesture: events.clockCredited({ ms, cause: 'parcours' }) });
  else if (step.surveillant === 'pause') {
    run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'parcours' }) });
    run.wait(ms);
    run.do({ by: 'proctor', gesture: events.clockResumed({}) });
  }
}

/**
 * Plays a recorded run under the virtual clock: to the end of the exam, or to the exam time `untilMs`, where somebody else
 * may go on.
 * @throws DomainError `run.backwards` when its steps are not in the order of time
 */
export function playRun(
  scope: Scope,
  scenario: RunnableScenario,
  source: RunSource,
  cadenceMs?: number,
  untilMs?: number
): Simulation {
  const run = new Simulation(scenario, { seed: source.graine ?? 'parcours' });
  run.start();
  for (const step of source.etapes) {
    const at = examMs(step.heure);
    if (untilMs !== undefined && at > untilMs) break;
    if (at < run.state.t && step.fait)
      throw new DomainError('run.backwards', `step at ${step.heure} is in the past`);
    run.waitUntil(at, cadenceMs);
    if (step.surveillant) proctorStep(run, step);
    if (step.fait) {
      const fact = factOf(scope, run.state, step);
      run.do({
        by: 'candidate',
        gesture: { type: 'simulated.fact', v: 1, d: fact },
        facts: completeFacts([fact])
      });
    }
  }
  if (untilMs === undefined) run.finish(cadenceMs);
  else run.waitUntil(untilMs, cadenceMs);
  return run;
}

const short = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text).replace(/\s+/g, ' ');

/** The log of a sitting for people, one line per thing that was seen or came to an outcome: the golden of recorded runs. */
export function summarise(scenario: RunnableScenario, log: readonly EntryDraft[]): readonly string[] {
  const { beats, letters = [] } = scenario.compiled;
  const byKey = new Map([...letters, ...beats].map(({ key, id }) => [key, id]));
  const named = (key: string) => byKey.get(key.split('.')[0] ?? key) ?? 'candidat';
  return log.flatMap((entry) => {
    const words = lineOf(entry, named);
    return words ? [`${formatExamTime(entry.t)} ${words}`] : [];
  });
}

function lineOf(entry: EntryDraft, named: (key: string) => string): string | null {
  if (entry.type === 'simulated.fact') return `> ${(entry.d as Fact).fait}`;
  if (mailReceived.is(entry)) return `courriel ${named(entry.d.mail)} : ${short(entry.d.subject)}`;
  if (phoneRang.is(entry)) return `sonnerie ${named(entry.d.call)}`;
  if (phoneSaid.is(entry)) return `réplique ${named(entry.d.call)} : ${short(entry.d.text)}`;
  if (phoneEnded.is(entry)) return `appel terminé ${named(entry.d.call)} (${entry.d.how})`;
  if (phoneVoicemailLeft.is(entry)) return `messagerie ${named(entry.d.call)}`;
  const world = worldLine(entry, named);
  if (world) return world;
  if (events.issueReached.is(entry)) return `issue ${entry.d.beat} = ${entry.d.issue}`;
  if (events.productionReceived.is(entry))
    return `remise ${entry.d.task}/${entry.d.production}${entry.d.late ? ' (en retard)' : ''}`;
  if (events.sittingEnded.is(entry)) return 'fin de l’épreuve';
  if (events.clockPaused.is(entry)) return 'pause';
  if (events.clockCredited.is(entry)) return `crédit de ${entry.d.ms / 1000} s`;
  return null;
}

function worldLine(entry: EntryDraft, named: (key: string) => string): string | null {
  if (chatReceived.is(entry)) return `message ${named(entry.d.message)} : ${short(entry.d.text)}`;
  if (visitorArrived.is(entry)) return `visiteur ${named(entry.d.visit)} : ${short(entry.d.label)}`;
  if (visitorSaid.is(entry)) return `réplique ${named(entry.d.visit)} : ${short(entry.d.text)}`;
  if (visitorHandedOver.is(entry)) return `document remis ${named(entry.d.visit)} : ${entry.d.document.name}`;
  if (visitorLeft.is(entry)) return `visite terminée ${named(entry.d.visit)} (${entry.d.how})`;
  if (letterDelivered.is(entry)) return `pli ${named(entry.d.letter)}`;
  if (letterContentRevealed.is(entry)) {
    const names = entry.d.content.map(({ name }) => name).join(', ');
    return `contenu du pli ${named(entry.d.letter)} : ${names || 'rien'}`;
  }
  if (fileDropped.is(entry)) return `dépôt ${named(entry.d.file)} : ${entry.d.document.name}`;
  if (agendaChanged.is(entry)) return `agenda modifié par ${entry.d.by}`;
  if (ordersChanged.is(entry)) return `commandes modifiées par ${entry.d.by}`;
  if (noticeGiven.is(entry)) return `annonce ${named(entry.d.notice)} : ${short(entry.d.title)}`;
  return null;
}
