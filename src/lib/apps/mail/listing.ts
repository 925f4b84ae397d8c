import { formatClock, formatShortDate } from '../../kernel/format-fr';
import type { StoryMs } from '../../kernel/story-time';
import { DRAFTS, SENT, type Draft, type MailState, type Message } from './types';

export type Filter = 'all' | 'unread' | 'attachment' | 'flagged';
export type Sort = 'newest' | 'oldest' | 'sender' | 'subject';

/** One line of the list, whatever stands behind it. */
export interface Row {
  readonly id: string;
  readonly draft: boolean;
  readonly folder: string;
  readonly who: string;
  readonly subject: string;
  readonly extract: string;
  readonly at: StoryMs;
  readonly read: boolean;
  readonly flagged: boolean;
  readonly attachments: number;
  readonly answered: boolean;
  readonly forwarded: boolean;
  readonly high: boolean;
  readonly reported: boolean;
}

export interface Listing {
  readonly folder: string;
  /** Not empty: searched over all folders. */
  readonly query: string;
  readonly filter: Filter;
  readonly sort: Sort;
  /** Name to show for an address. */
  readonly nameOf: (address: string) => string;
}

const extractOf = (body: string): string => body.replace(/\s+/g, ' ').trim().slice(0, 160);
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

function recipients(to: readonly string[], nameOf: Listing['nameOf']): string {
  return to.length ? `À\u00a0: ${to.map(nameOf).join(', ')}` : '(sans destinataire)';
}

function messageRow(message: Message, state: MailState, nameOf: Listing['nameOf']): Row {
  const outgoing = message.folder === SENT || message.from.email === state.address;
  return {
    ...message,
    draft: false,
    folder: message.folder ?? '',
    who: outgoing ? recipients(message.to, nameOf) : message.from.name || message.from.email,
    extract: extractOf(message.body),
    attachments: message.attachments.length
  };
}

function draftRow(draft: Draft, nameOf: Listing['nameOf']): Row {
  return {
    id: draft.id,
    draft: true,
    folder: DRAFTS,
    who: recipients(draft.to, nameOf),
    subject: draft.subject,
    extract: extractOf(draft.body),
    at: draft.at,
    read: true,
    flagged: false,
    attachments: draft.attachments.length,
    answered: false,
    forwarded: false,
    high: false,
    reported: false
  };
}

function textOf(state: MailState, row: Row, nameOf: Listing['nameOf']): string {
  const message = state.messages[row.id];
  const mail = row.draft ? state.drafts[row.id] : message;
  if (!mail) return '';
  const people = [...mail.to, ...mail.cc].flatMap((address) => [address, nameOf(address)]);
  const from = message ? [message.from.name, message.from.email] : [];
  return plain(
    [row.who, mail.subject, mail.body, ...from, ...people, ...mail.attachments.map((one) => one.name)].join(
      ' '
    )
  );
}

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
const ORDERS: Record<Sort, (a: Row, b: Row) => number> = {
  newest: (a, b) => b.at - a.at,
  oldest: (a, b) => a.at - b.at,
  sender: (a, b) => collator.compare(a.who, b.who) || b.at - a.at,
  subject: (a, b) => collator.compare(bareSubject(a.subject), bareSubject(b.subject)) || b.at - a.at
};

/** The lines to show, in order. Every word of the search must be found; accents and case do not count. */
export function listRows(state: MailState, listing: Listing): readonly Row[] {
  const { folder, query, filter, sort, nameOf } = listing;
  const words = plain(query).split(/\s+/).filter(Boolean);
  const rows = [
    ...Object.values(state.messages)
      .filter((message) => message.folder !== null)
      .map((message) => messageRow(message, state, nameOf)),
    ...Object.values(state.drafts).map((draft) => draftRow(draft, nameOf))
  ];
  return rows
    .filter((row) => {
      if (words.length === 0) return row.folder === folder;
      const text = textOf(state, row, nameOf);
      return words.every((word) => text.includes(word));
    })
    .filter((row) => filter !== 'unread' || !row.read)
    .filter((row) => filter !== 'attachment' || row.attachments > 0)
    .filter((row) => filter !== 'flagged' || row.flagged)
    .sort(ORDERS[sort]);
}

/** Subject without its `RE:` and `TR:` marks. */
export const bareSubject = (subject: string): string =>
  subject.replace(/^(\s*(re|tr|fwd?|rép)\s*:\s*)+/i, '').trim();

const DAY_MS = 86_400_000;
const dayOf = (at: StoryMs): number => Math.floor(at / DAY_MS);
const WEEKDAYS = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];

/** Short time in the list: `08:12` today, `lun. 17:40` in the last six days, else `09/03/2026`. */
export function listTime(at: StoryMs, now: StoryMs): string {
  const age = dayOf(now) - dayOf(at);
  if (age === 0) return formatClock(at);
  if (age > 0 && age < 7) return `${WEEKDAYS[new Date(at).getUTCDay()]} ${formatClock(at)}`;
  return formatShortDate(at);
}

/** Heading of a group of days: Aujourd’hui, Hier, Cette semaine, Plus ancien. */
export function dayGroup(at: StoryMs, now: StoryMs): string {
  const age = dayOf(now) - dayOf(at);
  if (age <= 0) return 'Aujourd’hui';
  if (age === 1) return 'Hier';
  return age < 7 ? 'Ces sept derniers jours' : 'Plus ancien';
}

/** Unread messages of a folder (all drafts for Brouillons): the count beside its name. */
export function folderCount(state: MailState, folder: string): number {
  if (folder === DRAFTS) return Object.keys(state.drafts).length;
  return Object.values(state.messages).filter((one) => one.folder === folder && !one.read).length;
}
