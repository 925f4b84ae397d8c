import { applySplice } from '../../kernel/text-splice';
import type { BlobHash } from '../../kernel/ids';
import type { DeskEvent } from '../../log/entry';
import type { EventDefinition } from '../../log/event-definition';
import { mailReceived } from '../../log/script-events';
import type { AppModel } from '../../desk/app-model';
import * as events from './events';
import { openMail } from './seed';
import { DRAFTS, FIXED_FOLDERS, INBOX, SENT, TRASH, type CarriedAttachment, type Draft } from './types';
import type { MailState, Message } from './types';

/** Attachments as events carry them: blobs are plain strings, documents are left out. */
type LeanAttachment = Omit<CarriedAttachment, 'blob' | 'content'> & { readonly blob?: string | undefined };

function dress(state: MailState, lean: readonly LeanAttachment[]): CarriedAttachment[] {
  return lean.map((piece) => {
    const source = piece.fromMail ? state.messages[piece.fromMail]?.attachments : undefined;
    const content = source?.find((one) => one.name === piece.name && one.blob === piece.blob)?.content;
    const { blob, ...rest } = piece;
    return { ...rest, ...(blob && { blob: blob as BlobHash }), ...(content !== undefined && { content }) };
  });
}

function patch(
  state: MailState,
  mails: readonly string[],
  change: (message: Message) => Partial<Message>
): MailState {
  const messages = { ...state.messages };
  for (const mail of mails) {
    const message = messages[mail];
    if (message && message.folder !== null) messages[mail] = { ...message, ...change(message) };
  }
  return { ...state, messages };
}

/** Messages that left the list shown are no longer beside it. */
function unshow(state: MailState, mails: readonly string[]): MailState {
  return state.view.mail && mails.includes(state.view.mail)
    ? { ...state, view: { ...state.view, mail: null } }
    : state;
}

const isFolder = (state: MailState, folder: string): boolean =>
  FIXED_FOLDERS.includes(folder) || state.folders.includes(folder);

function withoutDraft(state: MailState, mail: string): Readonly<Record<string, Draft>> {
  const { [mail]: _, ...drafts } = state.drafts;
  return drafts;
}

function saveDraft(
  state: MailState,
  event: DeskEvent,
  d: Parameters<typeof events.mailDraftSaved>[0]
): MailState {
  if (state.messages[d.mail]) return state;
  const before = state.drafts[d.mail];
  const draft: Draft = {
    id: d.mail,
    at: state.startMs + event.t,
    to: d.to ?? before?.to ?? [],
    cc: d.cc ?? before?.cc ?? [],
    bcc: d.bcc ?? before?.bcc ?? [],
    subject: d.subject ?? before?.subject ?? '',
    body: d.body ? applySplice(before?.body ?? '', d.body) : (before?.body ?? ''),
    attachments: d.attachments ? dress(state, d.attachments) : (before?.attachments ?? []),
    ...((d.replyTo ?? before?.replyTo) && { replyTo: d.replyTo ?? before?.replyTo }),
    ...((d.forwardOf ?? before?.forwardOf) && { forwardOf: d.forwardOf ?? before?.forwardOf })
  };
  return { ...state, drafts: { ...state.drafts, [d.mail]: draft } };
}

function send(state: MailState, event: DeskEvent, d: Parameters<typeof events.mailSent>[0]): MailState {
  if (state.messages[d.mail]) return state;
  const { mail, attachments, ...rest } = d;
  const sent: Message = {
    ...rest,
    id: mail,
    folder: SENT,
    from: { name: '', email: state.address },
    at: state.startMs + event.t,
    read: true,
    flagged: false,
    reported: false,
    answered: false,
    forwarded: false,
    high: false,
    attachments: dress(state, attachments)
  };
  let next: MailState = {
    ...state,
    drafts: withoutDraft(state, mail),
    messages: { ...state.messages, [mail]: sent }
  };
  if (d.replyTo) next = patch(next, [d.replyTo], () => ({ answered: true }));
  if (d.forwardOf) next = patch(next, [d.forwardOf], () => ({ forwarded: true }));
  if (state.view.mail !== mail) return next;
  const origin = d.replyTo ?? d.forwardOf;
  const back = origin && next.messages[origin]?.folder === state.view.folder ? origin : null;
  return { ...next, view: { ...next.view, mail: back } };
}

function receive(state: MailState, event: DeskEvent, d: Parameters<typeof mailReceived>[0]): MailState {
  if (state.messages[d.mail]) return state;
  const { mail, priority, attachments, replyTo, ...rest } = d;
  const message: Message = {
    ...rest,
    id: mail,
    folder: INBOX,
    bcc: [],
    at: state.startMs + event.t,
    read: false,
    flagged: false,
    reported: false,
    answered: false,
    forwarded: false,
    high: priority === 'high',
    attachments: attachments.map(({ blob, ...piece }) => ({
      ...piece,
      ...(blob && { blob: blob as BlobHash })
    })),
    ...(replyTo && { replyTo })
  };
  return { ...state, messages: { ...state.messages, [mail]: message } };
}

/** The candidate's mail box: messages, drafts, folders, and what of them is on screen. */
export const mailModel: AppModel<MailState> = {
  id: 'mail',
  events: Object.values(events).filter((one) => typeof one === 'function') as unknown as EventDefinition[],
  open: openMail,
  reduce(state, event) {
    if (mailReceived.is(event)) return receive(state, event, event.d);
    if (events.mailDraftSaved.is(event)) return saveDraft(state, event, event.d);
    if (events.mailSent.is(event)) return send(state, event, event.d);
    if (events.mailFolderSelected.is(event))
      return isFolder(state, event.d.folder)
        ? { ...state, view: { folder: event.d.folder, mail: null } }
        : state;
    if (events.mailOpened.is(event)) return { ...state, view: { ...state.view, mail: event.d.mail } };
    if (events.mailRead.is(event)) return patch(state, event.d.mails, () => ({ read: true }));
    if (events.mailUnread.is(event)) return patch(state, event.d.mails, () => ({ read: false }));
    if (events.mailFlagged.is(event)) {
      const { mails, flagged } = event.d;
      return patch(state, mails, () => ({ flagged }));
    }
    if (events.mailMoved.is(event)) {
      const { mails, folder } = event.d;
      if (!isFolder(state, folder) || folder === DRAFTS) return state;
      return unshow(
        patch(state, mails, () => ({ folder })),
        mails
      );
    }
    if (events.mailDeleted.is(event)) {
      const { mails } = event.d;
      return unshow(
        patch(state, mails, (message) => ({ folder: message.folder === TRASH ? null : TRASH })),
        mails
      );
    }
    if (events.mailReported.is(event)) {
      const { mails } = event.d;
      return unshow(
        patch(state, mails, () => ({ folder: TRASH, reported: true, read: true })),
        mails
      );
    }
    if (events.mailDraftDiscarded.is(event)) {
      const { mail } = event.d;
      return unshow({ ...state, drafts: withoutDraft(state, mail) }, [mail]);
    }
    if (events.mailFolderCreated.is(event)) {
      const { folder } = event.d;
      return isFolder(state, folder) ? state : { ...state, folders: [...state.folders, folder] };
    }
    return state;
  }
};
