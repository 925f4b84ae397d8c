import type { DeskPort } from '../../desk/port';
import { directory } from './addresses';
import { blankDraft, forwardDraft, replyDraft, type NewDraft } from './compose';
import type { DraftEditor } from './draft-editor.svelte';
import * as events from './events';
import { leanAddresses, leanAttachments } from './lean';
import { listRows, type Filter, type Row, type Sort } from './listing';
import { DRAFTS, FIXED_FOLDERS, SENT, TRASH, type Draft, type MailState, type Message } from './types';

export type Extend = 'single' | 'toggle' | 'range';

/** What the window knows beyond the log (filter, order, search, several messages marked), and every gesture it offers. */
export class Mailbox {
  filter = $state<Filter>('all');
  sort = $state<Sort>('newest');
  query = $state('');
  /** Editor of the draft on screen, so that leaving it keeps what was typed. */
  editor: DraftEditor | null = null;
  readonly desk: DeskPort;
  readonly state = $derived.by<MailState>(() => this.desk.state<MailState>('mail'));
  readonly rows = $derived.by<readonly Row[]>(() =>
    listRows(this.state, {
      folder: this.state.view.folder,
      query: this.query,
      filter: this.filter,
      sort: this.sort,
      nameOf: (address) => this.nameOf(address)
    })
  );
  readonly message = $derived.by<Message | null>(() => {
    const shown = this.state.messages[this.state.view.mail ?? ''];
    return shown && shown.folder !== null ? shown : null;
  });
  readonly draft = $derived.by<Draft | null>(() => this.state.drafts[this.state.view.mail ?? ''] ?? null);
  /** Messages that a gesture applies to: those marked, else the one shown. Drafts are never among them. */
  readonly targets = $derived.by<readonly Message[]>(() =>
    this.selection.flatMap((id) => this.state.messages[id] ?? [])
  );
  readonly selection = $derived.by<readonly string[]>(() => {
    const present = this.#marked.filter((id) => this.rows.some((row) => row.id === id));
    return present.length > 1 ? present : this.state.view.mail ? [this.state.view.mail] : [];
  });
  readonly folders = $derived.by<readonly string[]>(() => [
    ...FIXED_FOLDERS.slice(0, 3),
    ...this.state.folders,
    TRASH
  ]);
  #marked = $state.raw<readonly string[]>([]);
  #anchor: string | null = null;
  /** A draft that nobody has touched yet: it vanishes when left. */
  #fresh: string | null = null;
  readonly #names: ReturnType<typeof directory>;

  constructor(desk: DeskPort) {
    this.desk = desk;
    this.#names = directory(desk.scene.people);
  }

  /** Name of an address in the directory, else the address. */
  nameOf(address: string): string {
    return this.#names.get(address.toLowerCase())?.name ?? address;
  }

  /** Name with the address, as recipients are shown. */
  fullName(address: string): string {
    const person = this.#names.get(address.toLowerCase());
    return person ? `${person.name} <${address}>` : address;
  }

  openFolder(folder: string): void {
    this.leave();
    this.query = '';
    this.filter = 'all';
    this.#marked = [];
    if (folder !== this.state.view.folder || this.state.view.mail)
      this.desk.record(events.mailFolderSelected({ folder }));
  }

  /** Shows a message or a draft, or changes the marked ones (Ctrl, Maj). */
  open(id: string, extend: Extend = 'single'): void {
    if (extend === 'range') return this.#markRange(id);
    if (extend === 'toggle') {
      const now = this.selection;
      this.#marked = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
      this.#anchor = id;
      if (this.#marked.length === 1) this.#show(this.#marked[0]!);
      return;
    }
    this.#marked = [];
    this.#anchor = id;
    this.#show(id);
  }

  /** Moves by `delta` lines from the last one, or to an end of the list. */
  step(delta: number | 'first' | 'last', extend: boolean): void {
    const { rows } = this;
    if (!rows.length) return;
    const from = this.#cursor ?? this.state.view.mail;
    const at = rows.findIndex((row) => row.id === from);
    const wanted = delta === 'first' ? 0 : delta === 'last' ? rows.length - 1 : at < 0 ? 0 : at + delta;
    const row = rows[Math.max(0, Math.min(rows.length - 1, wanted))]!;
    this.open(row.id, extend ? 'range' : 'single');
    this.#cursor = extend ? row.id : null;
  }
  #cursor: string | null = null;

  markAll(): void {
    this.leave();
    this.#marked = this.rows.filter((row) => !row.draft).map((row) => row.id);
  }

  clearMarks(): void {
    this.#marked = [];
  }

  /** Back to the list alone, in a narrow window. */
  closeMail(): void {
    this.leave();
    this.#marked = [];
    this.desk.record(events.mailOpened({ mail: null }));
  }

  /** Keeps what is being written, or drops a draft that was never touched. To call before showing anything else. */
  leave(): void {
    const { draft } = this;
    this.editor?.flush();
    if (draft && this.#fresh === draft.id) this.desk.record(events.mailDraftDiscarded({ mail: draft.id }));
    this.#fresh = null;
  }

  /** Something was typed: the draft is worth keeping. */
  touched(id: string): void {
    if (this.#fresh === id) this.#fresh = null;
  }

  compose(): void {
    this.start(blankDraft(this.state));
  }

  reply(all: boolean): void {
    if (this.message) this.start(replyDraft(this.state, this.message, all, (one) => this.fullName(one)));
  }

  forward(): void {
    if (this.message) this.start(forwardDraft(this.state, this.message, (one) => this.fullName(one)));
  }

  /** Opens a new draft. `keep` (prepared by another app): it stays even when left untouched. */
  start(draft: NewDraft, keep = false): void {
    if (this.desk.readOnly) return;
    this.leave();
    this.#marked = [];
    const mail = this.desk.newId('mail');
    const { body, attachments, ...fields } = draft;
    this.desk.record(
      events.mailDraftSaved({
        ...fields,
        to: leanAddresses(fields.to),
        cc: leanAddresses(fields.cc),
        bcc: leanAddresses(fields.bcc),
        subject: fields.subject.slice(0, events.MAX_SUBJECT),
        mail,
        body: { at: 0, remove: 0, insert: body.slice(0, events.MAX_BODY) },
        attachments: leanAttachments(attachments)
      }),
      events.mailOpened({ mail })
    );
    this.#fresh = keep ? null : mail;
  }

  setRead(read: boolean): void {
    const mails = this.targets.filter((one) => one.read !== read).map((one) => one.id);
    if (mails.length) this.desk.record(read ? events.mailRead({ mails }) : events.mailUnread({ mails }));
  }

  toggleFlag(id?: string): void {
    const targets = id ? [this.state.messages[id]].flatMap((one) => one ?? []) : this.targets;
    if (!targets.length) return;
    const flagged = !targets.every((one) => one.flagged);
    this.desk.record(events.mailFlagged({ mails: targets.map((one) => one.id), flagged }));
  }

  /** Files messages (those selected by default) in a folder. */
  move(folder: string, ids: readonly string[] = this.targets.map((one) => one.id)): void {
    const mails = ids.filter((id) => this.state.messages[id] && this.state.messages[id].folder !== folder);
    if (!mails.length || folder === DRAFTS) return;
    this.desk.record(events.mailMoved({ mails, folder }));
    this.#marked = [];
  }

  /** To the bin; a draft, or what is in the bin already, goes for good after a question. */
  async remove(): Promise<void> {
    if (this.draft && this.selection.length < 2) return this.discard(this.draft.id);
    const mails = this.targets.map((one) => one.id);
    if (!mails.length) return;
    if (this.targets.some((one) => one.folder === TRASH)) {
      const agreed = await this.desk.shell.confirm({
        title: 'Supprimer définitivement\u00a0?',
        body:
          mails.length === 1
            ? 'Ce message ne pourra plus être retrouvé.'
            : `Ces ${mails.length} messages ne pourront plus être retrouvés.`,
        confirm: 'Supprimer',
        danger: true
      });
      if (!agreed) return;
    }
    this.#deleteAndGoOn(mails);
  }

  async discard(id: string): Promise<void> {
    const agreed =
      this.#fresh === id ||
      (await this.desk.shell.confirm({
        title: 'Supprimer ce brouillon\u00a0?',
        body: 'Le texte écrit sera perdu.',
        confirm: 'Supprimer le brouillon',
        danger: true
      }));
    if (!agreed) return;
    this.#fresh = null;
    this.desk.record(events.mailDraftDiscarded({ mail: id }));
  }

  async report(): Promise<void> {
    const mails = this.targets.filter((one) => !one.reported && one.from.email !== this.state.address);
    if (!mails.length) return;
    const agreed = await this.desk.shell.confirm({
      title: 'Signaler comme hameçonnage\u00a0?',
      body: 'Le message sera transmis au service informatique et placé dans la corbeille.',
      confirm: 'Signaler'
    });
    if (!agreed) return;
    this.desk.record(events.mailReported({ mails: mails.map((one) => one.id) }));
    this.#marked = [];
    this.desk.shell.notify({ title: 'Message signalé', body: 'Il est dans la corbeille.', tone: 'ok' });
  }

  /** Why a folder cannot have this name, or `null`. */
  folderNameError(name: string): string | null {
    const clean = name.trim();
    if (!clean) return 'Donnez un nom au dossier.';
    if (clean.length > 60) return 'Ce nom est trop long (60 caractères au plus).';
    return this.folders.some((one) => one.toLocaleLowerCase('fr') === clean.toLocaleLowerCase('fr'))
      ? 'Un dossier porte déjà ce nom.'
      : null;
  }

  createFolder(name: string): void {
    if (!this.folderNameError(name)) this.desk.record(events.mailFolderCreated({ folder: name.trim() }));
  }

  /** True for a folder that messages may be filed in. */
  accepts(folder: string): boolean {
    return folder !== DRAFTS && folder !== SENT;
  }

  #deleteAndGoOn(mails: readonly string[]): void {
    const at = this.rows.findIndex((row) => mails.includes(row.id));
    this.desk.record(events.mailDeleted({ mails: [...mails] }));
    this.#marked = [];
    const next = this.rows[Math.min(at, this.rows.length - 1)];
    if (next && at >= 0) this.#show(next.id, false);
  }

  #show(id: string, markRead = true): void {
    if (this.state.view.mail === id) return;
    this.leave();
    const unread = this.state.messages[id]?.read === false;
    this.desk.record(
      events.mailOpened({ mail: id }),
      ...(unread && markRead ? [events.mailRead({ mails: [id] })] : [])
    );
  }

  #markRange(id: string): void {
    const { rows } = this;
    const from = rows.findIndex((row) => row.id === (this.#anchor ?? this.state.view.mail ?? id));
    const to = rows.findIndex((row) => row.id === id);
    if (from < 0 || to < 0) return;
    this.#marked = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
  }
}
