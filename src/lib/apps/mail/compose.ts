import { formatClock, formatDay } from '../../kernel/format-fr';
import { sameAddress } from './addresses';
import { bareSubject } from './listing';
import type { CarriedAttachment, Draft, MailState, Message } from './types';

/** A draft before it has an id and a date. */
export type NewDraft = Omit<Draft, 'id' | 'at'>;

/** First line of a quoted message, as office mail programs write it in French. */
export const QUOTE_MARK = '-----Message d’origine-----';

const named = (name: string, email: string): string => (name ? `${name} <${email}>` : email);

function quote(message: Message, nameOf: (address: string) => string): string {
  const list = (addresses: readonly string[]) => addresses.map((one) => nameOf(one)).join(' ; ');
  return [
    QUOTE_MARK,
    `De\u00a0: ${named(message.from.name, message.from.email)}`,
    `Envoyé\u00a0: ${formatDay(message.at)} ${formatClock(message.at)}`,
    `À\u00a0: ${list(message.to)}`,
    ...(message.cc.length ? [`Cc\u00a0: ${list(message.cc)}`] : []),
    `Objet\u00a0: ${message.subject}`,
    '',
    message.body
  ].join('\n');
}

/** Room to write, then the signature. */
const withSignature = (state: MailState, text = ''): string => `${text}\n\n${state.signature}`;

/** An empty message with the signature, or one prepared by another app. */
export function blankDraft(
  state: MailState,
  given: {
    to?: readonly string[];
    subject?: string;
    body?: string;
    attachments?: readonly CarriedAttachment[];
  } = {}
): NewDraft {
  return {
    to: given.to ?? [],
    cc: [],
    bcc: [],
    subject: given.subject ?? '',
    body: withSignature(state, given.body ?? ''),
    attachments: given.attachments ?? []
  };
}

/** An answer to the sender (of one's own message: to its recipients); `all` adds the other recipients, never oneself. */
export function replyDraft(
  state: MailState,
  message: Message,
  all: boolean,
  nameOf: (address: string) => string
): NewDraft {
  const own = sameAddress(message.from.email, state.address);
  const others = (list: readonly string[], without: readonly string[]) =>
    list.filter(
      (one) => !sameAddress(one, state.address) && !without.some((address) => sameAddress(address, one))
    );
  const to = own
    ? [...message.to]
    : [message.from.email, ...(all ? others(message.to, [message.from.email]) : [])];
  return {
    to,
    cc: all ? others(message.cc, to) : [],
    bcc: [],
    subject: `RE\u00a0: ${bareSubject(message.subject)}`,
    body: `${withSignature(state)}\n\n${quote(message, nameOf)}`,
    attachments: [],
    replyTo: message.id
  };
}

/** A forward: no recipient yet, the message quoted, its attachments carried over. */
export function forwardDraft(
  state: MailState,
  message: Message,
  nameOf: (address: string) => string
): NewDraft {
  return {
    to: [],
    cc: [],
    bcc: [],
    subject: `TR\u00a0: ${bareSubject(message.subject)}`,
    body: `${withSignature(state)}\n\n${quote(message, nameOf)}`,
    attachments: message.attachments.map((one) => ({ ...one, fromMail: message.id })),
    forwardOf: message.id
  };
}

/** What the writer wrote, without the quoted message. */
export function ownText(body: string): string {
  const mark = body.indexOf(QUOTE_MARK);
  return mark < 0 ? body : body.slice(0, mark);
}
