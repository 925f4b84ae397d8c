import type { DeskEvent } from '../../log/entry';
import { phoneEnded, phoneRang, phoneSaid, phoneVoicemailLeft } from '../../log/script-events';
import type { AppModel } from '../../desk/app-model';
import type { Person } from '../../scene/scene';
import * as events from './events';
import { seedPhone } from './seed';

/** One thing heard or done during a call, in order. */
export interface Turn {
  readonly who: 'caller' | 'me' | 'note';
  readonly text: string;
  readonly audio?: string;
  readonly lang: 'fr' | 'en';
  readonly atMs: number;
}

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
  readonly choices: readonly { readonly k: number; readonly label: string }[];
  readonly typed: boolean;
  readonly slip: boolean;
  readonly transfer: boolean;
  /** An answering machine has answered: what is said is a message left on it. */
  readonly machine?: boolean;
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

export interface Slip {
  readonly id: string;
  readonly call?: string;
  readonly to: string;
  readonly caller: string;
  readonly number: string;
  readonly subject: string;
  readonly callBack: boolean;
  readonly urgent: boolean;
  readonly atMs: number;
}

export type PhoneView = 'calls' | 'voicemail' | 'slips' | 'directory';

export interface PhoneState {
  /** Newest last. */
  readonly calls: readonly Call[];
  readonly voicemails: readonly Voicemail[];
  readonly slips: readonly Slip[];
  readonly view: PhoneView;
  readonly people: readonly Person[];
}

const NO_OFFER = { choices: [], typed: false, slip: false, transfer: false } as const;

const patch = (state: PhoneState, call: string, change: (call: Call) => Call): PhoneState => ({
  ...state,
  calls: state.calls.map((item) => (item.id === call ? change(item) : item))
});
const say = (call: Call, turn: Omit<Turn, 'lang'> & { lang?: 'fr' | 'en' }): Call => ({
  ...call,
  turns: [...call.turns, { lang: 'fr', ...turn }]
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

export const ringingCall = (state: PhoneState): Call | undefined =>
  state.calls.findLast((call) => call.state === 'ringing');

/** Calls that nobody took, since the log of calls was last looked at. */
export const unseenMissed = (state: PhoneState): number =>
  state.calls.filter(
    ({ direction, how, seen }) => direction === 'in' && (how === 'missed' || how === 'busy') && !seen
  ).length;

/** Missed calls not seen yet, and voice messages not heard yet: what the taskbar counts. */
export const phoneBadge = (state: PhoneState): number =>
  unseenMissed(state) + state.voicemails.filter((message) => !message.heard).length;

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
    return { ...state, calls: [...state.calls.filter((item) => item.id !== call), ringing] };
  }
  if (phoneSaid.is(event)) {
    const { call, text, lang, audio, choices, typed, slip, transfer, machine } = event.d;
    return patch(state, call, (item) => ({
      ...say(item, { who: 'caller', text, lang, atMs: event.t, ...(audio && { audio }) }),
      state: 'talking',
      choices,
      typed,
      slip,
      transfer,
      ...(machine && { machine })
    }));
  }
  if (phoneEnded.is(event)) {
    const { call, how } = event.d;
    if (state.calls.some((item) => item.id === call)) {
      return patch(state, call, (item) => ({ ...item, ...NO_OFFER, state: 'ended', how }));
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
      call.state === 'talking' ? { ...call, state: 'held' } : call
    );
  if (events.callResumed.is(event))
    return patch(state, event.d.call, (call) =>
      call.state === 'held' ? { ...call, state: 'talking' } : call
    );
  if (events.answerChosen.is(event)) {
    const { call, label } = event.d;
    return patch(state, call, (item) => ({ ...say(item, { who: 'me', text: label, atMs }), ...NO_OFFER }));
  }
  if (events.lineSpoken.is(event)) {
    const { call, text } = event.d;
    return patch(state, call, (item) => ({ ...say(item, { who: 'me', text, atMs }), ...NO_OFFER }));
  }
  if (events.callTransferred.is(event)) {
    const { call, extension } = event.d;
    const text = `Transfert vers le poste ${extension}`;
    return patch(state, call, (item) => ({ ...say(item, { who: 'note', text, atMs }), ...NO_OFFER }));
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
        ? { ...say(call, { who: 'note', text: 'Message noté', atMs }), ...NO_OFFER }
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
  reduce: (state, event) =>
    event.by === 'script'
      ? reduceScript(state, event)
      : event.by === 'candidate'
        ? reduceCandidate(state, event)
        : state
};
