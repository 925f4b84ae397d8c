import { foldAppointments, type Appointments } from '../../desk/agenda/appointments';
import { byAuthor, type AppModel } from '../../desk/app-model';
import type { DeskEvent } from '../../log/entry';
import { chatReceived, noticeGiven } from '../../log/script-world';
import * as events from './events';
import { seedChat } from './seed';

/** One message of a conversation. */
export interface ChatMessage {
  readonly id: string;
  readonly mine: boolean;
  readonly text: string;
  /** Exam time. */
  readonly atMs: number;
}

/** What was written with one person. */
export interface Conversation {
  /** Oldest first. */
  readonly messages: readonly ChatMessage[];
  /** Answers ready to be sent, of the last message received. */
  readonly choices: readonly { readonly k: number; readonly label: string }[];
  /** Messages received and not seen yet. */
  readonly unread: number;
}

/** Something said to the whole firm. */
export interface FirmNotice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly important: boolean;
  readonly atMs: number;
  /** Exam time of its first opening. */
  readonly readMs?: number;
}

export interface ChatState {
  /** By scene person. */
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** Oldest first. */
  readonly notices: readonly FirmNotice[];
  /** The shared agenda as it stands: it says when colleagues are taken. */
  readonly appointments: Appointments;
  /** What is shown: a person, the notices, or nothing yet. */
  readonly view: { readonly person: string | null } | null;
}

const NONE: Conversation = { messages: [], choices: [], unread: 0 };

/** What was written with a person so far. */
export const conversationWith = (state: ChatState, person: string): Conversation =>
  state.conversations[person] ?? NONE;

const patch = (
  state: ChatState,
  person: string,
  change: (conversation: Conversation) => Conversation
): ChatState => ({
  ...state,
  conversations: { ...state.conversations, [person]: change(conversationWith(state, person)) }
});

function reduceScript(state: ChatState, event: DeskEvent): ChatState {
  if (chatReceived.is(event)) {
    const { message, person, text, choices } = event.d;
    return patch(state, person, ({ messages, unread }) => ({
      messages: [...messages, { id: message, mine: false, text, atMs: event.t }],
      choices,
      unread: unread + 1
    }));
  }
  if (noticeGiven.is(event)) {
    const { notice: id, ...rest } = event.d;
    return { ...state, notices: [...state.notices, { id, ...rest, atMs: event.t }] };
  }
  return state;
}

/** Adds what the candidate wrote. A message in one's own words leaves the ready answers where they are. */
function write(state: ChatState, person: string, message: ChatMessage, answered: boolean): ChatState {
  return patch(state, person, (conversation) => ({
    ...conversation,
    messages: [...conversation.messages, message],
    choices: answered ? [] : conversation.choices
  }));
}

function reduceCandidate(state: ChatState, event: DeskEvent): ChatState {
  const atMs = event.t;
  if (events.chatSent.is(event)) {
    const { message: id, person, text } = event.d;
    return write(state, person, { id, mine: true, text, atMs }, false);
  }
  if (events.chatChosen.is(event)) {
    const { message: id, person, label } = event.d;
    return write(state, person, { id, mine: true, text: label, atMs }, true);
  }
  if (events.chatRead.is(event))
    return patch(state, event.d.person, (conversation) => ({ ...conversation, unread: 0 }));
  if (events.noticeRead.is(event)) {
    const { notice } = event.d;
    return {
      ...state,
      notices: state.notices.map((item) =>
        item.id === notice && item.readMs === undefined ? { ...item, readMs: atMs } : item
      )
    };
  }
  if (events.personShown.is(event)) return { ...state, view: { person: event.d.person } };
  return state;
}

const reduceMessages = byAuthor(reduceScript, reduceCandidate);

export const chatModel: AppModel<ChatState> = {
  id: 'chat',
  events: events.chatEvents,
  open: seedChat,
  reduce(state, event) {
    const appointments = foldAppointments(state.appointments, event);
    return appointments === state.appointments ? reduceMessages(state, event) : { ...state, appointments };
  }
};
