import type { DeskEvent } from '../../log/entry';
import { phoneEnded, phoneRang, phoneSaid, phoneVoicemailLeft } from '../../log/script-events';
import { byAuthor, type AppModel } from '../../desk/app-model';
import type { Slip } from '../../desk/talk/slip';
import { withTurn, type Choice, type Turn } from '../../desk/talk/turn';
import type { Person } from '../../scene/scene';
import * as events from './events';
import { seedPhone } from './seed';

export interface Call {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly name: string;
  readonly number: string;
  readonly person?: string;
  readonly startedMs: number;
  readonly ringMs: number;
  /** `put-off`: silenced by the candidate, still to be ended by the script. */
  readonly state: 'ringing' | 'put-off' | 'dialling' | 'talking' | 'held' | 'ended';
  readonly how?: 'hung-up' | 'missed' | 'transferred' | 'busy';
  /** It was over when the log of calls was last looked at. */
  readonly seen?: boolean;
  readonly turns: readonly Turn[];
  /** What may be answered now; empty while the other person has nothing to hear. */
  readonly choices: readonly Choice[];
  readonly typed: boolean;
  readonly slip: boolean;
  readonly transfer: boolean;
  /** An answering machine has answered: what is said is a message left on it. */
  readonly machine?: boolean;
  /** The other person hung up while waiting on hold. */
  readonly gaveUp?: boolean;
}

export interface Voicemail {
  readonly call: string;
  readonly name: string;
  readonly number: string;
  readonly text: string;
  readonly lang: 'fr' | 'en';
  readonly audio?: string;
  readonly atMs: number;
  readonly heard: boolean;
}

/** `call`: the call that the message came by. */
export interface PhoneSlip extends Slip {
  readonly call?: string;
}

export type PhoneView = 'calls' | 'voicemail' | 'slips' | 'directory';

export interface PhoneState {
  /** Newest last. */
  readonly calls: readonly Call[];
  readonly voicemails: readonly Voicemail[];
  readonly slips: readonly PhoneSlip[];
  readonly view: PhoneView;
  readonly people: readonly Person[];
}

/** First line of a call that a machine took. */
const ANSWERED = 'Un répondeur a pris l’appel';
const NO_OFFER = { choices: [], typed: false, slip: false, transfer: false } as const;

const patch = (state: PhoneState, call: string, change: (call: Call) => Call): PhoneState => ({
  ...state,
  calls: state.calls.map((item) => (item.id === call ? change(item) : item))
});
const newCall = (call: Omit<Call, 'turns' | 'choices' | 'typed' | 'slip' | 'transfer'>): Call => ({
  ...call,
  turns: [],
  ...NO_OFFER
});

/** The call that occupies the line: ringing, dialling or talking. */
export const currentCall = (state: PhoneState): Call | undefined =>
  state.calls.findLast(
    (call) => call.state === 'ringing' || call.state === 'talking' || call.state === 'dialling'
  );

/** Calls on hold, the one that has waited longest first. */
export const heldCalls = (state: PhoneState): readonly Call[] =>
  state.calls.filter((call) => call.state === 'held');

export const ringingCall = (state: PhoneState): Call | undefined =>
  state.calls.findLast((call) => call.state === 'ringing');

/** Calls that nobody took, since the log of calls was last looked at. */
export const unseenMissed = (state: PhoneState): number =>
  state.calls.filter(
    ({ direction, how, seen }) => direction === 'in' && (how === 'missed' || how === 'busy') && !seen
  ).length;

/** Missed calls not seen yet, voice messages not heard yet, and who waits on hold: what the taskbar counts. */
export const phoneBadge = (state: PhoneState): number =>
  unseenMissed(state) + state.voicemails.filter((message) => !message.heard).length + heldCalls(state).length;

function reduceScript(state: PhoneState, event: DeskEvent): PhoneState {
  if (phoneRang.is(event)) {
    const { call, name, number, person, ringMs } = event.d;
    const ringing = newCall({
      id: call,
      direction: 'in',
      name,
      number,
      ...(person && { person }),
      startedMs: event.t,
      ringMs,
      state: 'ringing'
    });
    // The script rings a free line: a call taken back at that very moment is still on hold.
    const others = state.calls
      .filter((item) => item.id !== call)
      .map((item): Call => (item.state === 'talking' ? { ...item, state: 'held' } : item));
    return { ...state, calls: [...others, ringing] };
  }
  if (phoneSaid.is(event)) {
    const { call, text, lang, audio, choices, typed, slip, transfer, machine } = event.d;
    const atMs = event.t;
    return patch(state, call, (item) => ({
      ...withTurn(machine && !item.machine ? withTurn(item, { who: 'note', text: ANSWERED, atMs }) : item, {
        who: 'caller',
        text,
        lang,
        atMs,
        ...(audio && { audio })
      }),
      // Said before the call was put on hold, heard after: what may be answered comes back with the call.
      ...(item.state === 'held'
        ? { state: 'held', ...NO_OFFER }
        : { state: 'talking', choices, typed, slip, transfer }),
      ...(machine && { machine })
    }));
  }
  if (phoneEnded.is(event)) {
    const { call, how } = event.d;
    if (state.calls.some((item) => item.id === call)) {
      return patch(state, call, (item) => ({
        ...(item.state === 'held'
          ? {
              ...withTurn(item, { who: 'note', text: 'A raccroché pendant l’attente', atMs: event.t }),
              gaveUp: true
            }
          : item),
        ...NO_OFFER,
        state: 'ended',
        how
      }));
    }
    // Somebody found the line engaged: the log of calls says who, as a real switchboard does.
    const { name = 'Appel', number = '' } = event.d as { name?: string; number?: string };
    const engaged = newCall({
      id: call,
      direction: 'in',
      name,
      number,
      startedMs: event.t,
      ringMs: 0,
      state: 'ended',
      how
    });
    return { ...state, calls: [...state.calls, engaged] };
  }
  if (phoneVoicemailLeft.is(event)) {
    const { call, name, number, text, lang, audio } = event.d;
    const message = { call, name, number, text, lang, ...(audio && { audio }), atMs: event.t, heard: false };
    return { ...state, voicemails: [...state.voicemails, message] };
  }
  return state;
}

function reduceCandidate(state: PhoneState, event: DeskEvent): PhoneState {
  const atMs = event.t;
  if (events.callPickedUp.is(event))
    return patch(state, event.d.call, (call) => ({ ...call, state: 'talking' }));
  if (events.callDeferred.is(event))
    return patch(state, event.d.call, (call) => ({ ...call, state: 'put-off' }));
  if (events.callHeld.is(event))
    return patch(state, event.d.call, (call) =>
      call.state === 'talking' && !call.machine
        ? { ...withTurn(call, { who: 'note', text: 'Mis en attente', atMs }), ...NO_OFFER, state: 'held' }
        : call
    );
  if (events.callResumed.is(event))
    // One call at a time: another one on the line keeps this one waiting.
    return currentCall(state)
      ? state
      : patch(state, event.d.call, (call) =>
          call.state === 'held'
            ? { ...withTurn(call, { who: 'note', text: 'Repris', atMs }), state: 'talking' }
            : call
        );
  if (events.answerChosen.is(event)) {
    const { call, label } = event.d;
    return patch(state, call, (item) => ({
      ...withTurn(item, { who: 'me', text: label, atMs }),
      ...NO_OFFER
    }));
  }
  if (events.lineSpoken.is(event)) {
    const { call, text } = event.d;
    return patch(state, call, (item) => {
      const said = withTurn(item, { who: 'me', text, atMs });
      return {
        ...(item.machine ? withTurn(said, { who: 'note', text: 'Message laissé', atMs }) : said),
        ...NO_OFFER
      };
    });
  }
  if (events.callTransferred.is(event)) {
    const { call, extension } = event.d;
    const text = `Transfert vers le poste ${extension}`;
    return patch(state, call, (item) => ({ ...withTurn(item, { who: 'note', text, atMs }), ...NO_OFFER }));
  }
  if (events.callHungUp.is(event)) {
    return patch(state, event.d.call, (call) => ({
      ...call,
      ...NO_OFFER,
      state: 'ended',
      how: call.how ?? 'hung-up'
    }));
  }
  if (events.numberDialled.is(event)) {
    const { call, number, person } = event.d;
    const known = state.people.find((item) => item.id === person);
    const dialled = newCall({
      id: call,
      direction: 'out',
      name: known?.name ?? number,
      number,
      ...(person && { person }),
      startedMs: atMs,
      ringMs: 0,
      state: 'dialling'
    });
    return { ...state, calls: [...state.calls, dialled] };
  }
  if (events.voicemailHeard.is(event)) {
    const { call } = event.d;
    return {
      ...state,
      voicemails: state.voicemails.map((message) =>
        message.call === call ? { ...message, heard: true } : message
      )
    };
  }
  if (events.slipWritten.is(event)) {
    const { slip, ...rest } = event.d;
    const next = { ...state, slips: [...state.slips, { id: slip, ...rest, atMs }] };
    if (!rest.call) return next;
    return patch(next, rest.call, (call) =>
      call.state === 'talking' && call.slip
        ? { ...withTurn(call, { who: 'note', text: 'Message noté', atMs }), ...NO_OFFER }
        : call
    );
  }
  if (events.viewChosen.is(event)) {
    const { view } = event.d;
    if (view !== 'calls') return { ...state, view };
    return {
      ...state,
      view,
      calls: state.calls.map((call) => (call.state === 'ended' ? { ...call, seen: true } : call))
    };
  }
  return state;
}

export const phoneModel: AppModel<PhoneState> = {
  id: 'phone',
  events: events.phoneEvents,
  open: seedPhone,
  reduce: byAuthor(reduceScript, reduceCandidate)
};
