import type { AppModel } from '../../desk/app-model';
import type { DeskEvent } from '../../log/entry';
import { letterContentRevealed, letterDelivered } from '../../log/script-world';
import type { Attachment } from '../../scene/scene';
import * as events from './events';
import { seedPost } from './seed';
import { entriesOf, type Entry, type EntryFields, type Letter, type PostState } from './state';

const patch = (state: PostState, letter: string, change: (letter: Letter) => Letter): PostState => ({
  ...state,
  letters: state.letters.map((item) => (item.id === letter ? change(item) : item))
});
/** Moves the paper out of the tray; what has left the desk is taken back before it goes elsewhere. */
const put = (state: PostState, letter: string, place: NonNullable<Letter['place']>): PostState =>
  patch(state, letter, (item) => ({ ...item, place }));
/** A gesture on the paper itself: not once it has left. */
const onDesk = (state: PostState, letter: string, change: (letter: Letter) => Letter): PostState =>
  patch(state, letter, (item) => (item.place && item.place.kind !== 'aside' ? item : change(item)));

const fieldsOf = (fields: EntryFields): EntryFields => {
  const { day, sender, addressee, nature, subject, tracking, service } = fields;
  return { day, sender, addressee, nature, subject, tracking, service };
};
const patchEntry = (state: PostState, entry: string, change: (entry: Entry) => Entry): PostState => ({
  ...state,
  entries: state.entries.map((item) => (item.id === entry ? change(item) : item))
});

/** The number that the post office gives: the same for the same place in the day's sendings. */
function officeNumber(mode: 'tracked' | 'registered', rank: number): string {
  const serial = String(4_071_050 + rank * 37);
  return mode === 'registered'
    ? `1A 204 ${serial.slice(0, 3)} ${serial.slice(3)} 7`
    : `3S 118 ${serial.slice(0, 3)} ${serial.slice(3)} 2`;
}

function reduceLetters(state: PostState, event: DeskEvent): PostState {
  const atMs = event.t;
  if (letterDelivered.is(event)) {
    const { letter, ...rest } = event.d;
    const delivered = { ...rest, id: letter, arrivedMs: atMs, scans: [] } as unknown as Letter;
    return { ...state, letters: [...state.letters.filter(({ id }) => id !== letter), delivered] };
  }
  if (letterContentRevealed.is(event)) {
    const { letter, content } = event.d;
    // Wherever the paper has gone since: it was opened on the desk.
    return patch(state, letter, (item) => ({
      ...item,
      content: content as unknown as readonly Attachment[]
    }));
  }
  if (events.letterOpened.is(event))
    return onDesk(state, event.d.letter, (letter) => ({ ...letter, openedMs: letter.openedMs ?? atMs }));
  if (events.letterStamped.is(event))
    return onDesk(state, event.d.letter, (letter) => ({ ...letter, stampedMs: letter.stampedMs ?? atMs }));
  if (events.letterDistributed.is(event)) {
    const { letter, to, note } = event.d;
    return put(state, letter, { kind: 'person', to, note, atMs });
  }
  if (events.letterScanned.is(event)) {
    const { letter, ...scan } = event.d;
    return patch(state, letter, (item) => ({ ...item, scans: [...item.scans, scan] }));
  }
  if (events.letterFiled.is(event)) {
    const { letter, binder } = event.d;
    return put(state, letter, { kind: 'binder', binder, atMs });
  }
  if (events.letterSetAside.is(event)) return put(state, event.d.letter, { kind: 'aside', atMs });
  if (events.letterThrown.is(event)) return put(state, event.d.letter, { kind: 'bin', atMs });
  if (events.letterTakenBack.is(event))
    return patch(state, event.d.letter, ({ place: _, ...letter }) => letter);
  return state;
}

function reduceRegister(state: PostState, event: DeskEvent): PostState {
  if (events.entryMade.is(event)) {
    const { entry: id, direction, letter, sending } = event.d;
    const made: Entry = {
      ...fieldsOf(event.d),
      id,
      direction,
      rank: entriesOf(state, direction).length + 1,
      ...(letter && { letter }),
      ...(sending && { sending }),
      atMs: event.t,
      struck: false,
      before: []
    };
    return { ...state, entries: [...state.entries, made] };
  }
  if (events.entryCorrected.is(event)) {
    const fields = fieldsOf(event.d);
    return patchEntry(state, event.d.entry, (entry) => ({
      ...entry,
      ...fields,
      before: [...entry.before, fieldsOf(entry)]
    }));
  }
  if (events.entryStruck.is(event)) {
    const { entry, struck } = event.d;
    return patchEntry(state, entry, (item) => ({ ...item, struck }));
  }
  return state;
}

/** Paper post: the tray, its register, and what leaves. Light, since the taskbar counts what waits in the tray. */
export const postModel: AppModel<PostState> = {
  id: 'post',
  events: events.postEvents,
  open: seedPost,
  reduce(state, event) {
    if (events.letterSent.is(event)) {
      const { sending: id, mode, ...rest } = event.d;
      const sent = {
        ...rest,
        id,
        mode,
        atMs: event.t,
        ...(mode !== 'green' && { trackingNumber: officeNumber(mode, state.sendings.length) })
      };
      return { ...state, sendings: [...state.sendings, sent] };
    }
    if (events.viewChosen.is(event)) {
      const { view, letter, direction } = event.d;
      return {
        ...state,
        view,
        ...(letter && { selected: letter }),
        ...(direction && { direction })
      };
    }
    const next = reduceLetters(state, event);
    return next === state ? reduceRegister(state, event) : next;
  }
};
