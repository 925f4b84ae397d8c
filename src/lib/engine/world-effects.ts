import type { Gesture } from '../log/entry';
import {
  agendaChanged,
  chatReceived,
  fileDropped,
  letterDelivered,
  noticeGiven,
  ordersChanged,
  taskGiven,
  visitorArrived,
  visitorHandedOver,
  visitorLeft,
  visitorSaid
} from '../log/script-world';
import type { CompiledBeat, Effect } from '../scenario/compiled';
import type { EngineState } from './state';

type WorldEffect = Exclude<
  Effect,
  { do: 'mail' | 'ring' | 'say' | 'hang-up' | 'hold' | 'engaged' | 'voicemail' | 'issue' }
>;

/** What happens on the desk beside mails and calls, as the script's own events. */
export function worldGesture(beat: CompiledBeat, state: EngineState, effect: WorldEffect): Gesture {
  switch (effect.do) {
    case 'chat':
      return chatReceived({
        message: `${beat.key}.${state.shown}`,
        person: beat.contact ?? '',
        text: effect.text,
        choices: effect.choices.map((choice) => ({ ...choice }))
      });
    case 'visitor-arrives':
      return visitorArrived({ visit: beat.key, label: effect.label, patienceMs: effect.patienceMs });
    case 'visitor-says': {
      const { text, lang, audio, choices, typed, slip } = effect.line;
      return visitorSaid({
        visit: beat.key,
        text,
        lang,
        ...(audio && { audio }),
        choices: choices.map((choice) => ({ ...choice })),
        typed,
        slip
      });
    }
    case 'visitor-hands':
      return visitorHandedOver({ visit: beat.key, document: { ...effect.document } });
    case 'visitor-leaves':
      return visitorLeft({ visit: beat.key, how: effect.how });
    case 'letter': {
      const { nature, envelope, trackingNumber, content } = effect.letter;
      const { scan, ...seen } = envelope;
      return letterDelivered({
        letter: beat.key,
        nature,
        envelope: { ...seen, ...(scan && { scan: { ...scan } }) },
        ...(trackingNumber && { trackingNumber }),
        ...(content && { content: content.map((document) => ({ ...document })) })
      });
    }
    case 'drop':
      return fileDropped({
        file: beat.key,
        folder: effect.folder,
        by: effect.by,
        document: { ...effect.document }
      });
    case 'agenda': {
      const { by, change } = effect;
      if (change.do === 'cancel') return agendaChanged({ by, change: { ...change } });
      if (change.do === 'add')
        return agendaChanged({ by, change: { ...change, calendars: [...change.calendars] } });
      const { calendars, ...move } = change;
      return agendaChanged({
        by,
        change: { ...move, ...(calendars && { calendars: [...calendars] }) }
      });
    }
    case 'orders':
      return ordersChanged({ by: effect.by, change: { ...effect.change } });
    case 'task': {
      const { deliverables, ...sheet } = effect.task;
      return taskGiven({
        task: { ...sheet, deliverables: deliverables.map((deliverable) => ({ ...deliverable })) }
      });
    }
    case 'notice':
      return noticeGiven({
        notice: beat.key,
        title: effect.title,
        text: effect.text,
        important: effect.important
      });
  }
}
