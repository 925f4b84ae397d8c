import { storyIso } from '../../kernel/story-time';
import type { DeskPort } from '../../desk/port';
import type { SalesDocumentKind } from '../../scene/scene';
import * as commands from './commands';
import { documentPrinted, viewSelected } from './events';
import type { Refusal } from './rules';
import { whyNotTransformable } from './rules';
import { filedCopy, shortages } from './selectors';
import type { OrdersDocument, OrdersState, OrdersView, Section } from './state';
import { KIND_WORDS } from './words';

/** What the parts of the window share: the state, the refusals to show, and the moves between screens. */
export class OrdersDesk {
  /** Reasons of the last refused command, shown until the next one. */
  refusals = $state.raw<readonly Refusal[]>([]);
  /** Dialog asked for by a keyboard shortcut or a button far from it. */
  dialog = $state.raw<
    | { readonly kind: 'new'; readonly document: SalesDocumentKind }
    | { readonly kind: 'credit'; readonly invoice: string }
    | { readonly kind: 'customer'; readonly customer: string | null }
    | null
  >(null);

  constructor(readonly port: DeskPort) {}

  get state(): OrdersState {
    return this.port.state<OrdersState>('orders');
  }

  get readOnly(): boolean {
    return this.port.readOnly;
  }

  /** Story day, `2026-03-17`. */
  get today(): string {
    return storyIso(this.port.clock.story()).slice(0, 10);
  }

  /** Records what a command decided, or shows why not. True when it was accepted. */
  run(decision: commands.Decision): boolean {
    this.refusals = decision.ok ? [] : decision.refusals;
    if (decision.ok) this.port.record(...decision.gestures);
    return decision.ok;
  }

  show(view: OrdersView['view'], id: string | null = null): void {
    this.refusals = [];
    const { shown } = this.state;
    if (shown.view !== view || shown.id !== id) this.port.record(viewSelected({ view, id }));
  }

  /** True once for the draft that was just made: the caller takes the focus. */
  takeFresh(id: string): boolean {
    const taken = this.fresh === id;
    if (taken) this.fresh = null;
    return taken;
  }

  open(doc: OrdersDocument): void {
    this.show(doc.kind, doc.id);
  }

  /** Starts a document of a section: asks for the customer unless given, or sends to the invoices for a credit note. */
  startNew(section: Section, customer?: string): void {
    if (section === 'products') return;
    if (section === 'customers') this.dialog = { kind: 'customer', customer: null };
    else if (section === 'credit') {
      this.show('invoice');
      this.port.shell.notify({
        title: 'Choisissez la facture à corriger',
        body: 'Un avoir s’établit depuis la facture, par «\u00a0Établir un avoir\u00a0».'
      });
    } else if (customer !== undefined) this.create(section, customer);
    else this.dialog = { kind: 'new', document: section };
  }

  /** Draft just made by hand: its first field takes the focus once. */
  fresh: string | null = null;

  create(kind: SalesDocumentKind, customer: string): void {
    const id = this.port.newId('doc');
    if (this.run(commands.createDocument(this.state, { id, kind, customer, date: this.today }))) {
      this.fresh = id;
      this.show(kind, id);
    }
  }

  transform(doc: OrdersDocument, kind: SalesDocumentKind): void {
    const why = whyNotTransformable(this.state, doc, kind);
    if (why) this.refusals = [why];
    else if (kind === 'credit') this.dialog = { kind: 'credit', invoice: doc.id };
    else {
      const id = this.port.newId('doc');
      if (this.run(commands.transformDocument(this.state, doc.id, { id, kind, date: this.today })))
        this.show(kind, id);
    }
  }

  /** Checks, asks, then validates: the number is spent for good. */
  async validate(doc: OrdersDocument): Promise<void> {
    const decision = commands.validateDocument(this.state, doc.id);
    if (!decision.ok) {
      this.refusals = decision.refusals;
      return;
    }
    const { feminine, the, one } = KIND_WORDS[doc.kind];
    const lacking = shortages(this.state, doc).map(
      ({ label, stock, asked }) => `Stock insuffisant\u00a0: ${label} (${asked} pour ${stock}).`
    );
    const lock = `${feminine ? 'Elle' : 'Il'} recevra un numéro définitif et ses lignes ne pourront plus changer.`;
    const agreed = await this.port.shell.confirm({
      title: `Valider ${the}\u00a0?`,
      body: [...lacking, lock].join(' '),
      confirm: 'Valider'
    });
    // The state may have moved while the question was open.
    if (!agreed || !this.run(commands.validateDocument(this.state, doc.id))) return;
    const number = this.state.documents[doc.id]?.number ?? '';
    this.port.shell.notify({ title: `${one} ${number} validé${feminine ? 'e' : ''}`, tone: 'ok' });
  }

  async cancel(doc: OrdersDocument): Promise<void> {
    const decision = commands.cancelDocument(this.state, doc.id);
    if (!decision.ok) {
      this.refusals = decision.refusals;
      return;
    }
    const agreed = await this.port.shell.confirm({
      title: `Annuler ${KIND_WORDS[doc.kind].the} ${doc.number}\u00a0?`,
      body:
        doc.kind === 'delivery'
          ? 'Les quantités livrées reviendront en stock. Le numéro ne sera pas réutilisé.'
          : 'Le numéro ne sera pas réutilisé.',
      confirm: `Annuler ${KIND_WORDS[doc.kind].the}`,
      danger: true
    });
    if (agreed) this.run(commands.cancelDocument(this.state, doc.id));
  }

  async discard(doc: OrdersDocument): Promise<void> {
    const agreed = await this.port.shell.confirm({
      title: 'Supprimer ce brouillon\u00a0?',
      body: 'Ses lignes seront perdues. Aucun numéro n’a été attribué.',
      confirm: 'Supprimer',
      danger: true
    });
    if (agreed && this.run(commands.discardDraft(this.state, doc.id))) this.show(doc.kind);
  }

  /** File of the tree that already holds this very state of the document, or `null`. */
  savedFile(doc: OrdersDocument): string | null {
    const { files } = this.port.files.tree();
    const found = Object.entries(this.state.files).find(
      ([file, filed]) => filed.document === doc && files[file] && !files[file].trashed && !files[file].frozen
    );
    return found?.[0] ?? null;
  }

  /** Saves the page as a PDF where the candidate says; resolves its file id, or `null` when given up. */
  async savePdf(doc: OrdersDocument): Promise<string | null> {
    const filed = filedCopy(this.state, doc.id);
    if (!filed) return null;
    const words = KIND_WORDS[doc.kind].one;
    const place = await this.port.shell.saveAs({
      title: 'Enregistrer le PDF dans les fichiers',
      suggestedName: `${words} ${doc.number ?? 'brouillon'} ${filed.customer.name}`
        .replaceAll(/[/\\:*?"<>|]/g, ' ')
        .slice(0, 110),
      extension: 'pdf'
    });
    if (!place) return null;
    const name = /\.pdf$/i.test(place.name) ? place.name : `${place.name}.pdf`;
    const file = this.port.files.create({
      name,
      folder: place.folder,
      kind: 'pdf',
      content: { salesDocument: doc.id }
    });
    this.port.shell.notify({ title: 'PDF enregistré', body: name, tone: 'ok' });
    return file;
  }

  /** Opens a message to the customer with the PDF attached; saves it first when it is not in the files yet (`saved`). */
  async sendByMail(doc: OrdersDocument, saved?: string): Promise<void> {
    const file = saved ?? this.savedFile(doc) ?? (await this.savePdf(doc));
    const customer = this.state.customers[doc.customer];
    if (!file || !customer) return;
    const subject = `${KIND_WORDS[doc.kind].one} ${doc.number ?? ''}`.trim();
    this.port.shell.openApp('mail', {
      compose: { to: customer.email ?? '', subject, attachments: [file] }
    });
  }

  print(doc: OrdersDocument, page: HTMLElement): void {
    this.port.shell.print(`${KIND_WORDS[doc.kind].one} ${doc.number ?? '(brouillon)'}`, page);
    this.port.record(documentPrinted({ id: doc.id }));
  }
}
