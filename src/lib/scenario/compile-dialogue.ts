import { BEAT_EVENTS, when } from './beat-events';
import { compileTextPattern } from './compile-pattern';
import { listOf } from './compile-values';
import type {
  BeatState,
  BeatTransition,
  CompiledAttachment,
  Effect,
  EffectAction,
  LineContent,
  ValueTest
} from './compiled';
import { delayName } from './delay-name';
import { hearingMs, type Silence } from './silence';
import type { Action, ChoiceSource, DialogueSource, LineSource } from './format-dialogue';
import type { Media } from './media';
import type { Scope } from './scope';

export const effect = (params: Effect): EffectAction => ({ type: 'effect', params });
export const issue = (name: string): EffectAction => effect({ do: 'issue', issue: name });
/** A state that an event ends in: what happens, then its outcome. */
export const ended = (name: string, ...before: Effect[]): BeatState => ({
  type: 'final',
  entry: [...before.map(effect), issue(name)]
});

/** State of a line of the dialogue. */
export const lineState = (line: string): string => `line:${line}`;

/** What makes the telephone, the reception desk and the instant messages differ: facts heard, effects asked. */
export interface Channel {
  /** Facts: a ready answer, a free one, and the candidate breaking off (`null` where nobody can). */
  readonly hears: { readonly chosen: string; readonly typed: string; readonly left: string | null };
  /** Facts of the actions that exist on this channel. */
  readonly actions: Readonly<Partial<Record<Action, string>>>;
  says(line: LineContent): Effect;
  /** Hands a document over while saying a line; absent where one cannot. */
  hands?(document: CompiledAttachment): Effect;
  /** How the conversation closes after its last line, when cut short, and when waited for too long. */
  closes(how: 'over' | 'cut' | 'tired' | 'silent' | 'transferred'): readonly Effect[];
  /** Time left to hear the last words before it closes; 0 closes at once. */
  farewellMs(words: string): number;
  /** Outcome when the candidate breaks off. */
  readonly leftIssue: string;
  /** How long an answer is waited for, before asking again once and then leaving; absent where nobody is kept waiting. */
  readonly silence?: Silence;
  /** Asking the other person to wait, and coming back; absent where one cannot. */
  readonly hold?: {
    readonly fact: string;
    readonly back: string;
    readonly ms: number;
    readonly effects: readonly Effect[];
    readonly issue: string;
    readonly needsFreeLine: boolean;
  };
}

/** The states of a whole dialogue, with the ways out that every line shares. */
export function dialogueStates(
  event: string,
  dialogue: DialogueSource,
  channel: Channel,
  scope: Scope,
  media: Media
): Record<string, BeatState> {
  const lines = Object.entries(dialogue);
  const cut = channel.closes('cut');
  return {
    ...Object.assign(
      {},
      ...lines.map(([name, line]) => lineStates({ event, dialogue, channel, scope, media }, name, line))
    ),
    ...(lines.some(([, line]) => !line.fin) && {
      ...(channel.hears.left && { 'hung-up': ended(channel.leftIssue, ...cut) }),
      'cut-off': ended('coupe', ...cut),
      ...(channel.hold && { tired: ended(channel.hold.issue, ...channel.closes('tired')) }),
      ...(channel.silence && { 'gone-silent': ended('silence', ...channel.closes('silent')) })
    }),
    'skipped-on-line': ended('saute', ...cut)
  };
}

interface Compiling {
  readonly event: string;
  readonly dialogue: DialogueSource;
  readonly channel: Channel;
  readonly scope: Scope;
  readonly media: Media;
}

function lineStates(compiling: Compiling, name: string, line: LineSource): Record<string, BeatState> {
  const { channel } = compiling;
  const content = lineContent(compiling, name, line);
  const handed =
    line.remet && channel.hands ? [effect(channel.hands(compiling.media.attachment(line.remet)))] : [];
  const say = [effect(channel.says(content)), ...handed];
  if (line.fin) return lastLine(compiling, name, line.fin, content, say);
  const away: BeatState['on'] = {
    [BEAT_EVENTS.skipped]: [{ target: 'skipped-on-line' }],
    [BEAT_EVENTS.end]: [{ target: 'cut-off' }],
    ...(channel.hears.left && { [channel.hears.left]: [when({ is: 'mine' }, 'hung-up')] })
  };
  const answers = { ...away, ...answersOf(compiling, name, line, content) };
  const { hold } = channel;
  const on = { ...answers, ...(hold && { [hold.fact]: [when({ is: 'mine' }, `held:${name}`)] }) };
  const asked = silenceStates(compiling, name, content, on);
  const said = { [lineState(name)]: { entry: say, ...asked.waits(content.text), on }, ...asked.states };
  if (!hold) return said;
  const resumed = inOtherWords(
    content,
    content.lang === 'en' ? 'Yes, I’m still here.' : 'Oui, je suis toujours là.'
  );
  return {
    ...said,
    [`held:${name}`]: {
      entry: hold.effects.map(effect),
      after: { [delayName({ kind: 'for', ms: hold.ms })]: 'tired' },
      on: {
        ...away,
        [hold.back]: [when({ is: 'mine', ...(hold.needsFreeLine && { free: true }) }, `back:${name}`)]
      }
    },
    [`back:${name}`]: { entry: [effect(channel.says(resumed))], ...asked.waits(resumed.text), on }
  };
}

/** The same offer of answers after other words, which nobody has recorded. */
function inOtherWords(content: LineContent, text: string): LineContent {
  const { audio: _recorded, ...rest } = content;
  return { ...rest, text };
}

/** What follows a line that nobody answers: it is asked again once, then the other person gives up. */
function silenceStates(
  { channel }: Compiling,
  name: string,
  content: LineContent,
  on: BeatState['on'] & object
): { states: Record<string, BeatState>; waits(words: string): Pick<BeatState, 'after'> } {
  const { silence } = channel;
  if (!silence) return { states: {}, waits: () => ({}) };
  const patienceMs = silence.patienceMs(content);
  const again = inOtherWords(content, silence.words(content.lang));
  const after = (ms: number, target: string) => ({ after: { [delayName({ kind: 'for', ms })]: target } });
  return {
    states: {
      [`silence:${name}`]: {
        entry: [effect(channel.says(again))],
        ...after(hearingMs(again.text) + Math.round(patienceMs / 2), 'gone-silent'),
        on
      }
    },
    waits: (words) => after(hearingMs(words) + patienceMs, `silence:${name}`)
  };
}

function lineContent(compiling: Compiling, name: string, line: LineSource): LineContent {
  const choices = line.choix ?? [];
  const has = (action: Action) => choices.some((choice) => choice.action === action);
  return {
    text: line.dit ?? '',
    lang: line.langue ?? 'fr',
    ...(line.audio && { audio: compiling.media.url(line.audio) }),
    choices: choices
      .filter((choice) => !choice.action)
      .map((choice) => ({
        k: compiling.scope.choiceNumber(compiling.event, name, choice.id),
        label: choice.texte ?? ''
      }))
      .sort((a, b) => a.k - b.k),
    typed: line.saisie !== undefined,
    slip: has('message'),
    transfer: has('transfert')
  };
}

function lastLine(
  { dialogue, channel }: Compiling,
  name: string,
  fin: string,
  content: LineContent,
  say: readonly EffectAction[]
): Record<string, BeatState> {
  const arrivals = Object.values(dialogue).flatMap((other) => other.choix ?? []);
  const transferred = arrivals.some((choice) => choice.action === 'transfert' && choice.vers === name);
  const closing = channel.closes(transferred ? 'transferred' : 'over');
  const farewell = channel.farewellMs(content.text);
  if (farewell === 0)
    return { [lineState(name)]: { type: 'final', entry: [...say, ...closing.map(effect), issue(fin)] } };
  const over = `over:${name}`;
  return {
    [lineState(name)]: {
      entry: [...say, issue(fin)],
      after: { [delayName({ kind: 'for', ms: farewell })]: over },
      on: {
        ...(channel.hears.left && { [channel.hears.left]: [when({ is: 'mine' }, over)] }),
        [BEAT_EVENTS.skipped]: [{ target: over }],
        [BEAT_EVENTS.end]: [{ target: over }]
      }
    },
    [over]: { type: 'final', entry: closing.map(effect) }
  };
}

function answersOf(
  { event, channel, scope }: Compiling,
  name: string,
  line: LineSource,
  content: LineContent
): Record<string, readonly BeatTransition[]> {
  const choices = line.choix ?? [];
  const on: Record<string, readonly BeatTransition[]> = {};
  const to = (target: string, where: Readonly<Record<string, ValueTest>>) =>
    when({ is: 'mine', where }, lineState(target));
  const spoken = choices.filter((choice) => !choice.action);
  if (spoken.length)
    on[channel.hears.chosen] = spoken.map((choice) =>
      to(choice.vers, { choix: { oneOf: [scope.choiceNumber(event, name, choice.id)] } })
    );
  for (const [action, fact] of Object.entries(channel.actions)) {
    const made = choices.filter((choice) => choice.action === action);
    if (!made.length) continue;
    on[fact] = made.map((choice) => to(choice.vers, actionTests(choice, scope)));
    if (action === 'transfert' && made.every((choice) => choice.poste !== undefined))
      on[fact] = [...on[fact], nobodyThere(channel, content)];
  }
  if (line.saisie)
    on[channel.hears.typed] = line.saisie.map((answer) =>
      to(answer.vers, compileTextPattern(answer.si, scope))
    );
  return on;
}

/** What an action must be to count for a choice. */
export function actionTests(choice: ChoiceSource, scope: Scope): Readonly<Record<string, ValueTest>> {
  const people = listOf(choice.pour).flatMap((person) => scope.personTexts(person) ?? [person]);
  return {
    ...(choice.poste !== undefined && { poste: { oneOf: listOf(choice.poste) } }),
    ...(people.length > 0 && { pour: { oneOf: people } }),
    ...compileTextPattern(choice.si, scope)
  };
}

/** A transfer to another extension than those expected rings in vain: the caller comes back. */
function nobodyThere(channel: Channel, content: LineContent): BeatTransition {
  const line = inOtherWords(content, `Personne ne répond à ce poste. ${content.text}`);
  return {
    guard: { type: 'test', params: { is: 'mine' } },
    actions: [effect(channel.says(line))]
  };
}
