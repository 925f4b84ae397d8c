import type { BlobHash } from '../kernel/ids';

/**
 * The scene: all that a candidate may know of a scenario before anything happens — the firm, its people, the subject
 * (dossier) and the decor of each application. The mastering of `scenario/` makes it from the author's source; nothing
 * of the script, of expected answers or of the grid is in it. Days and hours are story time (`kernel/story-time.ts`).
 */
export interface Scene {
  readonly scenario: { readonly id: string; readonly title: string };
  /** Story instant at exam time 0, `2026-03-17 08:32`. */
  readonly storyStart: string;
  readonly durationMs: number;
  readonly firm: Firm;
  /** The post that the candidate holds: function, delegation, own address and telephone extension. */
  readonly post: {
    readonly role: string;
    readonly email: string;
    readonly extension: string;
    readonly manager: string;
  };
  readonly people: readonly Person[];
  readonly dossier: Dossier;
  readonly tasks: readonly TaskSheet[];
  readonly folders: readonly SceneFolder[];
  readonly files: readonly SceneFile[];
  readonly mail: MailDecor;
  readonly agenda: AgendaDecor;
  readonly orders: OrdersDecor;
  /** Applications that not every post has: `chat` (instant messages), `reception`, `post` (paper). Absent in old scenes. */
  readonly channels?: readonly ('chat' | 'reception' | 'post')[];
  /** Paper post that lies in the tray when the exam begins. */
  readonly letters?: readonly SceneLetter[];
}

export interface Firm {
  readonly name: string;
  readonly legalForm: string;
  readonly activity: string;
  readonly address: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly siren: string;
  readonly vatNumber: string;
  readonly capital?: string;
  /** Late penalty rate and early payment terms, as the firm prints them on its invoices; the legal default without. */
  readonly lateTerms?: string;
  /** Brand colour of the charte graphique, `#2e6b3e`. */
  readonly color: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly extension?: string;
  /** True for people of the candidate's firm. */
  readonly colleague: boolean;
}

/** The subject, readable from the prise en main on. Texts are a small Markdown (headings, lists, bold, tables). */
export interface Dossier {
  readonly sections: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  /** Documents shown in the dossier (`SceneFile.id`). */
  readonly documents: readonly string[];
}

/** A task as the subject states it. `deadlineMs` is exam time. */
export interface TaskSheet {
  readonly id: string;
  readonly title: string;
  readonly instruction: string;
  readonly deadlineMs?: number;
  readonly deliverables: readonly {
    readonly id: string;
    readonly title: string;
    /** In the author's words: `texte`, `tableur`, `courriel`, `agenda`, `commande`, `message`, `fichier`. */
    readonly kind: string;
    /** True when it is handed in through « Remise »; else it is read where it is made (agenda, mail, orders…). */
    readonly handIn: boolean;
  }[];
}

export type FileKind = 'text' | 'sheet' | 'pdf' | 'image' | 'audio' | 'other';

export interface SceneFolder {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}

/** A file of the decor or an attachment of the script. `content` is the editor's own document for `text` and `sheet`. */
export interface SceneFile {
  readonly id: string;
  readonly name: string;
  readonly folder: string | null;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly blob: BlobHash;
  readonly size: number;
  readonly content?: unknown;
}

/** An attachment as a message carries it. */
export interface Attachment {
  readonly name: string;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly size: number;
  /** Bytes of the piece, when it comes from the scenario. */
  readonly blob?: BlobHash;
  /** Document of the piece, for `text` and `sheet`. */
  readonly content?: unknown;
  /** Frozen copy in the candidate's files, when the candidate attached it (see `desk/files`). */
  readonly file?: string;
}

/** A sealed piece of post, as its outside tells: what is inside stays on the server until the candidate opens it. */
export interface SceneLetter {
  readonly id: string;
  readonly nature: 'letter' | 'registered' | 'parcel' | 'leaflet' | 'periodical';
  readonly envelope: {
    readonly sender: string;
    readonly addressee: string;
    readonly mention?: string;
    readonly scan?: Attachment;
  };
  readonly trackingNumber?: string;
  /** What is inside, where nobody could say it later: scenes mastered before, which sittings still run and replay on. */
  readonly content?: readonly Attachment[];
}

export interface MailDecor {
  /** Address of the candidate's box, e.g. `accueil@verdelis.example`. */
  readonly address: string;
  readonly signature: string;
  readonly folders: readonly string[];
  readonly messages: readonly SceneMessage[];
}

export interface SceneMessage {
  readonly id: string;
  readonly folder: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Story instant. */
  readonly at: string;
  readonly read: boolean;
  readonly attachments: readonly Attachment[];
}

export interface AgendaDecor {
  /** One calendar per colleague and one per room. */
  readonly calendars: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: 'person' | 'room';
    readonly person?: string;
    readonly color: string;
    readonly capacity?: number;
  }[];
  readonly appointments: readonly {
    readonly id: string;
    readonly title: string;
    /** Calendars concerned: people and room. */
    readonly calendars: readonly string[];
    readonly start: string;
    readonly end: string;
    readonly allDay?: boolean;
    readonly place?: string;
    readonly note?: string;
    /** True when only its owner may change it (leave, site visit). */
    readonly fixed?: boolean;
  }[];
}

/** Amounts in cents excluding tax, rates and discounts in basis points, quantities in whole units. */
export interface OrdersDecor {
  readonly customers: readonly Customer[];
  readonly products: readonly Product[];
  readonly documents: readonly SalesDocument[];
  /** Last number used per kind, e.g. `{ invoice: 'FA-2026-0391' }`: the next one follows without a gap. */
  readonly lastNumbers: Readonly<Record<SalesDocumentKind, string>>;
  /** Customer relation notes, newest last. */
  readonly notes: readonly {
    readonly id: string;
    readonly customer: string;
    readonly at: string;
    readonly author: string;
    readonly text: string;
  }[];
}

export interface Customer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly contact?: string;
  readonly address: readonly string[];
  readonly email?: string;
  readonly phone?: string;
  readonly paymentTerms: string;
  readonly discountBp: number;
}

export interface Product {
  readonly id: string;
  readonly reference: string;
  readonly label: string;
  readonly unit: string;
  readonly priceCents: number;
  readonly vatBp: number;
  readonly stock: number;
}

export type SalesDocumentKind = 'quote' | 'order' | 'delivery' | 'invoice' | 'credit';

export interface SalesLine {
  readonly product: string | null;
  readonly label: string;
  readonly quantity: number;
  readonly priceCents: number;
  readonly discountBp: number;
  readonly vatBp: number;
}

export interface SalesDocument {
  readonly id: string;
  readonly kind: SalesDocumentKind;
  readonly number: string;
  readonly customer: string;
  /** Story day `2026-03-11`. */
  readonly date: string;
  readonly status: 'draft' | 'validated' | 'accepted' | 'delivered' | 'invoiced' | 'paid' | 'cancelled';
  /** Document that it comes from (order of a delivery, invoice of a credit note…). */
  readonly source?: string;
  readonly lines: readonly SalesLine[];
  readonly note?: string;
}
