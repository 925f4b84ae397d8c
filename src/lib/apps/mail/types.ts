import type { StoryMs } from '../../kernel/story-time';
import type { Attachment } from '../../scene/scene';

export const INBOX = 'Réception';
export const DRAFTS = 'Brouillons';
export const SENT = 'Envoyés';
export const TRASH = 'Corbeille';
/** Folders that every box has, in the order of the screen. */
export const FIXED_FOLDERS: readonly string[] = [INBOX, DRAFTS, SENT, TRASH];

export interface Sender {
  readonly name: string;
  readonly email: string;
}

/** An attachment of a draft or of a sent message; `fromMail` is the message it was taken from when forwarding. */
export interface CarriedAttachment extends Attachment {
  readonly fromMail?: string;
}

/** A message received or sent. Recipients are plain addresses. */
export interface Message {
  readonly id: string;
  /** `null` once deleted for good: hidden from the candidate, kept for the archive. */
  readonly folder: string | null;
  readonly from: Sender;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly at: StoryMs;
  readonly read: boolean;
  readonly flagged: boolean;
  /** Reported as phishing. */
  readonly reported: boolean;
  readonly answered: boolean;
  readonly forwarded: boolean;
  readonly high: boolean;
  readonly attachments: readonly CarriedAttachment[];
  readonly replyTo?: string;
  readonly forwardOf?: string;
}

/** What a composer edits. Recipients may still be malformed; they are checked when sending. */
export interface DraftFields {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
}

export interface Draft extends DraftFields {
  readonly id: string;
  readonly at: StoryMs;
  /** With `file` and no `fromMail`: a file of the tree, frozen when the message leaves. */
  readonly attachments: readonly CarriedAttachment[];
  readonly replyTo?: string;
  readonly forwardOf?: string;
}

export interface MailState {
  readonly address: string;
  readonly signature: string;
  /** Story instant at exam time 0: received and sent messages are dated from it. */
  readonly startMs: StoryMs;
  /** Folders of the decor, then those created, without the fixed ones. */
  readonly folders: readonly string[];
  readonly messages: Readonly<Record<string, Message>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** What is on screen: the folder listed and the message or draft shown beside. */
  readonly view: { readonly folder: string; readonly mail: string | null };
}

/** Unread messages in the inbox: the pill of the taskbar. */
export function unreadCount(state: MailState): number {
  return Object.values(state.messages).filter((one) => one.folder === INBOX && !one.read).length;
}
