import { spliceBetween } from '../../kernel/text-splice';
import type { DeskPort } from '../../desk/port';
import * as events from './events';
import { leanAddresses, leanAttachments } from './lean';
import { checkSending, type SendingCheck } from './sending';
import type { CarriedAttachment, Draft, MailState } from './types';

export type RecipientKey = 'to' | 'cc' | 'bcc';
/** A pause in the typing after which what changed is recorded. */
const SAVE_AFTER_MS = 800;

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** The text being typed in the composer, ahead of the log by less than a second. */
export class DraftEditor {
  to = $state.raw<readonly string[]>([]);
  cc = $state.raw<readonly string[]>([]);
  bcc = $state.raw<readonly string[]>([]);
  subject = $state('');
  body = $state('');
  /** What stood in the way at the last attempt to send. */
  problems = $state.raw<readonly Extract<SendingCheck, { kind: 'problem' }>[]>([]);
  sending = $state(false);
  readonly id: string;
  readonly #desk: DeskPort;
  readonly #touched: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: DeskPort, draft: Draft, touched: () => void) {
    this.#desk = desk;
    this.#touched = touched;
    this.id = draft.id;
    this.to = draft.to;
    this.cc = draft.cc;
    this.bcc = draft.bcc;
    this.subject = draft.subject;
    this.body = draft.body;
  }

  /** The draft as recorded; `null` once sent or discarded. */
  get recorded(): Draft | null {
    return this.#desk.state<MailState>('mail').drafts[this.id] ?? null;
  }

  /** To call on each change. */
  changed(): void {
    this.#touched();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  setRecipients(field: RecipientKey, addresses: readonly string[]): void {
    this[field] = leanAddresses(addresses);
    this.problems = this.problems.filter((problem) => problem.field !== field);
    this.changed();
  }

  /** Records at once what is not recorded yet. */
  flush(): void {
    clearTimeout(this.#timer);
    const before = this.recorded;
    if (!before || this.#desk.readOnly) return;
    const body = spliceBetween(before.body, this.body);
    const changes = {
      ...(!same(before.to, this.to) && { to: [...this.to] }),
      ...(!same(before.cc, this.cc) && { cc: [...this.cc] }),
      ...(!same(before.bcc, this.bcc) && { bcc: [...this.bcc] }),
      ...(before.subject !== this.subject && { subject: this.subject }),
      ...(body && { body })
    };
    if (Object.keys(changes).length) this.#desk.record(events.mailDraftSaved({ mail: this.id, ...changes }));
  }

  async attach(): Promise<void> {
    const picked = await this.#desk.shell.pickFiles({ title: 'Joindre des fichiers', multiple: true });
    if (picked?.length) this.attachFiles(picked);
  }

  attachFiles(files: readonly string[]): void {
    const { recorded } = this;
    if (!recorded) return;
    const known = recorded.attachments.map((one) => one.file);
    const added = filesAsAttachments(
      this.#desk,
      files.filter((file) => !known.includes(file))
    );
    if (added.length) this.#saveAttachments([...recorded.attachments, ...added]);
  }

  detach(index: number): void {
    const { recorded } = this;
    if (recorded) this.#saveAttachments(recorded.attachments.filter((_, at) => at !== index));
  }

  /** Checks, asks, freezes the attached files and sends. True when the message has left. */
  async send(): Promise<boolean> {
    if (this.sending) return false;
    this.flush();
    const draft = this.recorded;
    if (!draft) return false;
    const checks = checkSending(draft);
    this.problems = checks.flatMap((check) => (check.kind === 'problem' ? [check] : []));
    if (this.problems.length) return false;
    this.sending = true;
    try {
      for (const check of checks)
        if (check.kind === 'question' && !(await this.#desk.shell.confirm(check))) return false;
      const attachments = draft.attachments.map((one) =>
        one.file && !one.fromMail ? { ...one, file: this.#desk.files.freeze(one.file) } : one
      );
      this.#desk.record(
        events.mailSent({
          mail: draft.id,
          to: [...draft.to],
          cc: [...draft.cc],
          bcc: [...draft.bcc],
          subject: draft.subject.trim(),
          body: draft.body,
          attachments: leanAttachments(attachments),
          ...(draft.replyTo && { replyTo: draft.replyTo }),
          ...(draft.forwardOf && { forwardOf: draft.forwardOf })
        })
      );
      return true;
    } finally {
      this.sending = false;
    }
  }

  #saveAttachments(attachments: readonly CarriedAttachment[]): void {
    this.#touched();
    this.#desk.record(events.mailDraftSaved({ mail: this.id, attachments: leanAttachments(attachments) }));
  }
}

/** Files of the tree as attachments of a draft, still alive: they are frozen when the message leaves. */
export function filesAsAttachments(desk: DeskPort, files: readonly string[]): CarriedAttachment[] {
  const tree = desk.files.tree();
  return files.flatMap((id) => {
    const file = tree.files[id];
    if (!file) return [];
    const { name, kind, mediaType, size = 0, blob } = file;
    // The blob of an edited document is what it was before: only its file is true.
    const bytes = blob && kind !== 'text' && kind !== 'sheet' ? { blob } : {};
    return [{ name, kind, mediaType, size, file: id, ...bytes }];
  });
}
