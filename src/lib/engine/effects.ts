import type { EntryDraft } from '../log/entry';
import { mailReceived, phoneEnded, phoneRang, phoneSaid, phoneVoicemailLeft } from '../log/script-events';
import type { CompiledBeat, Effect } from '../scenario/compiled';
import {
  conversationClosed,
  conversationHeld,
  conversationOpened,
  conversationReleased,
  issueReached
} from './events';
import type { EngineState } from './state';
import { worldGesture } from './world-effects';

/** An entry before it is dated. */
export type Written = Omit<EntryDraft, 't' | 'wall'>;

const system = (gesture: Omit<Written, 'by'>): Written => ({ by: 'system', ...gesture });
const world = (gesture: Omit<Written, 'by'>): Written => ({ by: 'script', ...gesture });

/** What an effect of a beat writes in the log. Entries `by: 'script'` are the ones that a desk may see. */
export function effectEntries(beat: CompiledBeat, state: EngineState, effect: Effect): readonly Written[] {
  const open = state.conversation?.beat === beat.id ? state.conversation : null;
  const caller = { name: beat.caller?.name ?? '', number: beat.caller?.number ?? '' };
  switch (effect.do) {
    case 'mail': {
      const { mail } = effect;
      const answered = effect.reply ? state.beats[beat.id]?.mail : undefined;
      return [
        world(
          mailReceived({
            mail: beat.key,
            from: { ...mail.from },
            to: [...mail.to],
            cc: [...mail.cc],
            subject: mail.subject,
            body: mail.body,
            priority: mail.priority,
            attachments: mail.attachments.map((attachment) => ({ ...attachment })),
            ...(answered !== undefined && { replyTo: answered })
          })
        )
      ];
    }
    case 'ring': {
      const call = effect.attempt === 1 ? beat.key : `${beat.key}.${effect.attempt}`;
      const person = beat.caller?.person;
      return [
        system(conversationOpened({ beat: beat.id, call })),
        world(phoneRang({ call, ...caller, ...(person && { person }), ringMs: effect.ringMs }))
      ];
    }
    case 'say': {
      const call = open?.call ?? state.held[beat.id] ?? state.beats[beat.id]?.call ?? beat.key;
      const { text, lang, audio, choices, typed, slip, transfer } = effect.line;
      const said = phoneSaid({
        call,
        text: effect.preface ? `${effect.preface} ${text}` : text,
        lang,
        ...(audio && !effect.preface && { audio }),
        choices: choices.map((choice) => ({ ...choice })),
        typed,
        slip,
        transfer
      });
      return open ? [world(said)] : [system(conversationOpened({ beat: beat.id, call })), world(said)];
    }
    case 'hang-up': {
      const held = state.held[beat.id];
      if (open)
        return [world(phoneEnded({ call: open.call, how: effect.how })), system(conversationClosed({}))];
      return held === undefined
        ? []
        : [
            world(phoneEnded({ call: held, how: effect.how })),
            system(conversationReleased({ beat: beat.id, call: held }))
          ];
    }
    case 'hold':
      return open ? [system(conversationHeld({ ...open }))] : [];
    case 'engaged':
      return [world(phoneEnded({ call: `${beat.key}.e${state.order}`, how: 'busy', ...caller }))];
    case 'voicemail':
      return [
        world(
          phoneVoicemailLeft({
            call: `${beat.key}.v`,
            ...caller,
            text: effect.text,
            lang: effect.lang,
            ...(effect.audio && { audio: effect.audio })
          })
        )
      ];
    case 'issue':
      return [system(issueReached({ beat: beat.id, issue: effect.issue }))];
    default:
      return [world(worldGesture(beat, state, effect))];
  }
}
