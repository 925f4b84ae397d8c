import * as v from 'valibot';
import { defineEvent } from '../../log/event-definition';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(500));
const folder = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
/** Longest address (RFC 5321), most recipients of one kind, longest subject, most pieces of a message. */
export const MAX_ADDRESS = 254;
export const MAX_RECIPIENTS = 100;
export const MAX_SUBJECT = 300;
export const MAX_PIECES = 30;
const addresses = v.pipe(v.array(v.pipe(v.string(), v.maxLength(MAX_ADDRESS))), v.maxLength(MAX_RECIPIENTS));
const subject = v.pipe(v.string(), v.maxLength(MAX_SUBJECT));
/** A body may quote a whole received message (20,000 characters) and more. */
export const MAX_BODY = 60_000;
const body = v.pipe(v.string(), v.maxLength(MAX_BODY));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Without the document of the piece: the fold finds it again in `fromMail`, or in the files under `file`. */
const carried = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(['text', 'sheet', 'pdf', 'image', 'audio', 'other']),
  mediaType: v.pipe(v.string(), v.maxLength(120)),
  size: count,
  blob: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  file: v.optional(id),
  fromMail: v.optional(id)
});
const attachments = v.pipe(v.array(carried), v.maxLength(MAX_PIECES));

/** A folder is shown in the list. */
export const mailFolderSelected = defineEvent('mail.folder-selected', 'candidate', v.object({ folder }));
/** A message or a draft is shown in the reading pane (`null`: none). */
export const mailOpened = defineEvent('mail.opened', 'candidate', v.object({ mail: v.nullable(id) }));
export const mailRead = defineEvent('mail.read', 'candidate', v.object({ mails: ids }));
export const mailUnread = defineEvent('mail.unread', 'candidate', v.object({ mails: ids }));
export const mailFlagged = defineEvent(
  'mail.flagged',
  'candidate',
  v.object({ mails: ids, flagged: v.boolean() })
);
export const mailMoved = defineEvent('mail.moved', 'candidate', v.object({ mails: ids, folder }));
/** To the bin; from the bin, for good. */
export const mailDeleted = defineEvent('mail.deleted', 'candidate', v.object({ mails: ids }));
/** Reported as phishing: leaves for the bin. */
export const mailReported = defineEvent('mail.reported', 'candidate', v.object({ mails: ids }));
export const mailFolderCreated = defineEvent('mail.folder-created', 'candidate', v.object({ folder }));
/** A draft begins or changes; only what changed is carried, the body as one replacement. */
export const mailDraftSaved = defineEvent(
  'mail.draft-saved',
  'candidate',
  v.object({
    mail: id,
    to: v.optional(addresses),
    cc: v.optional(addresses),
    bcc: v.optional(addresses),
    subject: v.optional(subject),
    body: v.optional(v.object({ at: count, remove: count, insert: body })),
    attachments: v.optional(attachments),
    replyTo: v.optional(id),
    forwardOf: v.optional(id)
  })
);
export const mailDraftDiscarded = defineEvent('mail.draft-discarded', 'candidate', v.object({ mail: id }));
/** A message leaves, as it is: `mail` is the draft's id. Attached files are frozen copies. */
export const mailSent = defineEvent(
  'mail.sent',
  'candidate',
  v.object({
    mail: id,
    to: addresses,
    cc: addresses,
    bcc: addresses,
    subject,
    body,
    attachments,
    replyTo: v.optional(id),
    forwardOf: v.optional(id)
  })
);
/** An attachment was saved to the files as `file`. */
export const mailAttachmentSaved = defineEvent(
  'mail.attachment-saved',
  'candidate',
  v.object({ mail: id, name: v.pipe(v.string(), v.maxLength(200)), file: id })
);
