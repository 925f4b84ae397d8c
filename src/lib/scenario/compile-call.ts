import type { BeatState, BeatTransition, Effect, EffectAction, LineContent } from './compiled';
import { BEAT_EVENTS, cueStates, when } from './compile-cue';
import { compileTextPattern } from './compile-pattern';
import { durationMs, listOf } from './compile-values';
import { delayName } from './delay-name';
import type { CallSource, EventSource, LineSource } from './format-script';
import type { Media } from './media';
import type { Scope } from './scope';

const effect = (params: Effect): EffectAction => ({ type: 'effect', params });
const issue = (name: string) => effect({ do: 'issue', issue: name });
const ended = (name: string, ...before: Effect[]): BeatState => ({
  type: 'final',
  entry: [...before.map(effect), issue(name)]
});

/** State of a line of the dialogue. */
export const lineState = (line: string): string => `line:${line}`;

/** Time left to hear the last words before the line goes dead. */
const farewellMs = (words: string): number => 2000 + 60 * words.length;

/**
 * A call as a beat: waiting → (delayed) → calling → ringing → the dialogue, or missed → calling again → voicemail.
 * `calling` finds the line free or engaged, since a candidate has one conversation at a time.
 */
export function compileCall(
  event: EventSource,
  call: CallSource,
  scope: Scope,
  media: Media
): Record<string, BeatState> {
  const lines = Object.entries(call.dialogue);
  const answered = lineState(lines[0]![0]);
  const outgoing = event.quand?.fait === 'appel.passe';
  return {
    ...cueStates(event, outgoing ? answered : 'calling:1', scope),
    ...(outgoing ? {} : ringStates(call, answered, scope, media)),
    ...Object.assign({}, ...lines.map(([name, line]) => lineStates(event, call, name, line, scope, media))),
    ...(lines.some(([, line]) => !line.fin) && {
      'hung-up': ended('raccroche', { do: 'hang-up', how: 'hung-up' }),
      'cut-off': ended('coupe', { do: 'hang-up', how: 'hung-up' })
    }),
    'skipped-on-line': ended('saute', { do: 'hang-up', how: 'hung-up' })
  };
}

function ringStates(
  call: CallSource,
  answered: string,
  scope: Scope,
  media: Media
): Record<string, BeatState> {
  const attempts = 1 + (call.rappel?.fois ?? 0);
  const ringMs = durationMs(call.sonnerie ?? '40 s');
  const again = call.rappel ? delayName({ kind: 'for', ms: durationMs(call.rappel.apres) }) : '';
  const engagedToVoicemail = call.occupe === 'messagerie';
  const retry = typeof call.occupe === 'object' ? call.occupe.rappel : '2 min';
  const numbers = scope.personTexts(call.de) ?? [];
  const missed: Effect = { do: 'hang-up', how: 'missed' };
  const outOfSight: BeatState['on'] = {
    'appel.passe': [when({ is: 'dialled', numbers }, answered)],
    [BEAT_EVENTS.skipped]: [{ target: 'skipped' }],
    [BEAT_EVENTS.end]: [{ target: 'never-answered' }]
  };
  const states: Record<string, BeatState> = {};
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const unanswered = attempt < attempts ? `missed:${attempt}` : 'given-up';
    const put: readonly BeatTransition[] = [when({ is: 'mine' }, unanswered)];
    states[`calling:${attempt}`] = {
      always: [when({ is: 'line-free' }, `ringing:${attempt}`), { target: `engaged:${attempt}` }]
    };
    states[`ringing:${attempt}`] = {
      entry: [effect({ do: 'ring', attempt, ringMs })],
      after: { [delayName({ kind: 'for', ms: ringMs })]: unanswered },
      on: {
        'appel.decroche': [when({ is: 'mine' }, answered)],
        'appel.reporte': put,
        'appel.raccroche': put,
        [BEAT_EVENTS.skipped]: [{ target: 'skipped-on-line' }],
        [BEAT_EVENTS.end]: [{ target: 'rung-out' }]
      }
    };
    if (attempt < attempts)
      states[`missed:${attempt}`] = {
        entry: [effect(missed)],
        after: { [again]: `calling:${attempt + 1}` },
        on: { ...outOfSight, [BEAT_EVENTS.triggered]: [{ target: `calling:${attempt + 1}` }] }
      };
    states[`engaged:${attempt}`] = {
      entry: [effect({ do: 'engaged' })],
      after: {
        [delayName({ kind: 'for', ms: engagedToVoicemail ? 0 : durationMs(retry) })]: engagedToVoicemail
          ? 'engaged-voicemail'
          : `calling:${attempt}`
      },
      on: { ...outOfSight, [BEAT_EVENTS.triggered]: [{ target: `calling:${attempt}` }] }
    };
  }
  const voicemail = voicemailOf(call, media);
  const last = voicemail ? [voicemail] : [];
  states['given-up'] = ended(voicemail ? 'messagerie' : 'manque', missed, ...last);
  if (engagedToVoicemail) states['engaged-voicemail'] = ended(voicemail ? 'messagerie' : 'manque', ...last);
  states['never-answered'] = ended('manque');
  states['rung-out'] = ended('manque', missed);
  return states;
}

function voicemailOf(call: CallSource, media: Media): Effect | null {
  if (!call.messagerie) return null;
  if (typeof call.messagerie === 'string') return { do: 'voicemail', text: call.messagerie, lang: 'fr' };
  const { dit, audio, langue = 'fr' } = call.messagerie;
  return { do: 'voicemail', text: dit, lang: langue, ...(audio && { audio: media.url(audio) }) };
}

function lineStates(
  event: EventSource,
  call: CallSource,
  name: string,
  line: LineSource,
  scope: Scope,
  media: Media
): Record<string, BeatState> {
  const choices = line.choix ?? [];
  const content: LineContent = {
    text: line.dit ?? '',
    lang: line.langue ?? 'fr',
    ...(line.audio && { audio: media.url(line.audio) }),
    choices: choices
      .filter((choice) => !choice.action)
      .map((choice) => ({ k: scope.choiceNumber(event.id, name, choice.id), label: choice.texte ?? '' }))
      .sort((a, b) => a.k - b.k),
    typed: line.saisie !== undefined,
    slip: choices.some((choice) => choice.action === 'message'),
    transfer: choices.some((choice) => choice.action === 'transfert')
  };
  const say = effect({ do: 'say', line: content });
  const away: BeatState['on'] = {
    [BEAT_EVENTS.skipped]: [{ target: 'skipped-on-line' }],
    [BEAT_EVENTS.end]: [{ target: 'cut-off' }]
  };
  if (line.fin) {
    const over = `over:${name}`;
    const arrivals = Object.values(call.dialogue).flatMap((other) => other.choix ?? []);
    const transferred = arrivals.some((choice) => choice.action === 'transfert' && choice.vers === name);
    return {
      [lineState(name)]: {
        entry: [say, issue(line.fin)],
        after: { [delayName({ kind: 'for', ms: farewellMs(content.text) })]: over },
        on: {
          ...away,
          'appel.raccroche': [when({ is: 'mine' }, over)],
          [BEAT_EVENTS.skipped]: [{ target: over }],
          [BEAT_EVENTS.end]: [{ target: over }]
        }
      },
      [over]: {
        type: 'final',
        entry: [effect({ do: 'hang-up', how: transferred ? 'transferred' : 'hung-up' })]
      }
    };
  }
  const on: Record<string, readonly BeatTransition[]> = {
    ...away,
    'appel.raccroche': [when({ is: 'mine' }, 'hung-up')]
  };
  const spoken = choices.filter((choice) => !choice.action);
  if (spoken.length)
    on['appel.choix'] = spoken.map((choice) =>
      when(
        { is: 'mine', where: { choix: { oneOf: [scope.choiceNumber(event.id, name, choice.id)] } } },
        lineState(choice.vers)
      )
    );
  const slips = choices.filter((choice) => choice.action === 'message');
  if (slips.length)
    on['message.pris'] = slips.map((choice) =>
      when({ is: 'mine', where: compileTextPattern(choice.si, scope) }, lineState(choice.vers))
    );
  const transfers = choices.filter((choice) => choice.action === 'transfert');
  if (transfers.length) on['appel.transfere'] = transferTransitions(transfers, content);
  if (line.saisie)
    on['appel.dit'] = line.saisie.map((answer) =>
      when({ is: 'mine', where: compileTextPattern(answer.si, scope) }, lineState(answer.vers))
    );
  return { [lineState(name)]: { entry: [say], on } };
}

/** A transfer to another extension than those expected rings in vain: the caller comes back. */
function transferTransitions(
  transfers: readonly { readonly poste?: string | string[] | undefined; readonly vers: string }[],
  content: LineContent
): readonly BeatTransition[] {
  const expected = transfers.map((choice) =>
    when(
      { is: 'mine', where: choice.poste === undefined ? {} : { poste: { oneOf: listOf(choice.poste) } } },
      lineState(choice.vers)
    )
  );
  if (transfers.some((choice) => choice.poste === undefined)) return expected;
  const back = effect({ do: 'say', line: content, preface: 'Personne ne répond à ce poste.' });
  return [...expected, { guard: { type: 'test', params: { is: 'mine' } }, actions: [back] }];
}
