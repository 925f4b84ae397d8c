import type { BeatState, BeatTransition, Effect } from './compiled';
import { BEAT_EVENTS, when } from './beat-events';
import { cueStates, isOutgoing } from './compile-cue';
import { dialogueStates, effect, ended, lineState, type Channel } from './compile-dialogue';
import { durationMs } from './compile-values';
import { delayName } from './delay-name';
import type { CallSource, EventSource } from './format-script';
import type { Media } from './media';
import type { Scope } from './scope';
import { hearingMs, silenceOf } from './silence';

const HANG_UP = {
  over: 'hung-up',
  cut: 'hung-up',
  tired: 'hung-up',
  silent: 'hung-up',
  transferred: 'transferred'
} as const;

/** How often somebody who finds the line engaged tries again. */
const ENGAGED_TRIES = 5;

const telephone = (call: CallSource): Channel => ({
  hears: { chosen: 'appel.choix', typed: 'appel.dit', left: 'appel.raccroche' },
  actions: { message: 'message.pris', transfert: 'appel.transfere' },
  says: (line) => ({ do: 'say', line }),
  closes: (how) => [{ do: 'hang-up', how: HANG_UP[how] }],
  farewellMs: hearingMs,
  leftIssue: 'raccroche',
  silence: silenceOf(call.silence, 'call'),
  hold: {
    fact: 'appel.attente',
    back: 'appel.repris',
    ms: durationMs(call.attente ?? '2 min'),
    effects: [{ do: 'hold' }],
    issue: 'abandon',
    needsFreeLine: true
  }
});

/**
 * A call as a beat: waiting → (delayed) → calling → ringing → the dialogue, or missed → calling again → voicemail.
 * `calling` finds the line free or engaged, since a candidate has one conversation at a time; an engaged one is tried a
 * few times more, then the voicemail takes the call.
 */
export function compileCall(
  event: EventSource,
  call: CallSource,
  scope: Scope,
  media: Media
): Record<string, BeatState> {
  const answered = lineState(Object.keys(call.dialogue)[0]!);
  const outgoing = isOutgoing(event);
  return {
    ...cueStates(event, outgoing ? answered : 'calling:1', scope),
    ...(outgoing ? {} : ringStates(call, answered, scope, media)),
    ...dialogueStates(event.id, call.dialogue, telephone(call), scope, media)
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
  const { rappel: retry, fois: retries = ENGAGED_TRIES } =
    call.occupe === 'messagerie' ? { rappel: '0 s', fois: 0 } : (call.occupe ?? { rappel: '2 min' });
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
    for (let tried = 0; tried <= retries; tried++) {
      const [now, next] = [placeOf(attempt, tried), placeOf(attempt, tried + 1)];
      const last = tried === retries;
      states[`calling:${now}`] = {
        always: [when({ is: 'line-free' }, `ringing:${attempt}`), { target: `engaged:${now}` }]
      };
      states[`engaged:${now}`] = {
        entry: [effect({ do: 'engaged' })],
        after: {
          [delayName({ kind: 'for', ms: last ? 0 : durationMs(retry) })]: last
            ? 'engaged-voicemail'
            : `calling:${next}`
        },
        on: { ...outOfSight, [BEAT_EVENTS.triggered]: [{ target: `calling:${last ? now : next}` }] }
      };
    }
  }
  const voicemail = voicemailOf(call, media);
  const last = voicemail ? [voicemail] : [];
  states['given-up'] = ended(voicemail ? 'messagerie' : 'manque', missed, ...last);
  states['engaged-voicemail'] = ended(voicemail ? 'messagerie' : 'manque', ...last);
  states['never-answered'] = ended('manque');
  states['rung-out'] = ended('manque', missed);
  return states;
}

/** Names an attempt to call, and how often the line was found engaged in it: `1`, then `1_1`, `1_2`… */
const placeOf = (attempt: number, engaged: number): string =>
  engaged === 0 ? `${attempt}` : `${attempt}_${engaged}`;

function voicemailOf(call: CallSource, media: Media): Effect | null {
  if (!call.messagerie) return null;
  if (typeof call.messagerie === 'string') return { do: 'voicemail', text: call.messagerie, lang: 'fr' };
  const { dit, audio, langue = 'fr' } = call.messagerie;
  return { do: 'voicemail', text: dit, lang: langue, ...(audio && { audio: media.url(audio) }) };
}
