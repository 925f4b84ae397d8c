import type { StoryMs } from '../../kernel/story-time';
import type { Customer, Product, SalesDocument, SalesDocumentKind, SalesLine } from '../../scene/scene';

/** A sales document at work. It has no number until it is validated; then its lines never change again. */
export interface OrdersDocument extends Omit<SalesDocument, 'number'> {
  readonly number: string | null;
  /** Credit notes: the goods come back into stock when the note is validated. */
  readonly restock: boolean;
  /** Exam time of the last change; 0 for the decor. */
  readonly changedMs: number;
  /** Received so far, in cents, when a payment came during the exam. */
  readonly paidCents?: number;
}

/** Why a product's stock moved, newest last. Negative when goods leave. */
export interface StockMovement {
  readonly product: string;
  readonly quantity: number;
  readonly document: string;
  readonly number: string;
  /** True when a cancelled delivery is put back. */
  readonly reversed: boolean;
  /** In a colleague's words, for what no document of the screen explains. */
  readonly reason?: string;
  readonly at: StoryMs;
}

/** A note of the customer relation. */
export interface CustomerNote {
  readonly id: string;
  readonly customer: string;
  readonly at: StoryMs;
  readonly author: string;
  readonly text: string;
}

/** The copy that a PDF of the candidate's files keeps: what the document was when it was saved. */
export interface FiledDocument {
  readonly document: OrdersDocument;
  readonly customer: Customer;
  /** The document it comes from, as its number and date. */
  readonly source: {
    readonly kind: SalesDocumentKind;
    readonly number: string;
    readonly date: string;
  } | null;
}

/** Places of the left navigation. */
export type Section = SalesDocumentKind | 'customers' | 'products';

/**
 * What the window shows: a section's list (`id` null) or one of its records; `page` is the printed page of a
 * document, `file` the page of a saved PDF.
 */
export interface OrdersView {
  readonly view: Section | 'page' | 'file';
  readonly id: string | null;
}

export interface OrdersState {
  readonly customers: Readonly<Record<string, Customer>>;
  /** Stock is the current one. */
  readonly products: Readonly<Record<string, Product>>;
  readonly documents: Readonly<Record<string, OrdersDocument>>;
  readonly notes: readonly CustomerNote[];
  readonly movements: readonly StockMovement[];
  readonly lastNumbers: Readonly<Record<SalesDocumentKind, string>>;
  /** Saved PDFs by file id (files and their frozen copies). */
  readonly files: Readonly<Record<string, FiledDocument>>;
  readonly shown: OrdersView;
  /** Story instant at exam time 0, and the post's name as author of notes: from the scene. */
  readonly storyStart: StoryMs;
  readonly author: string;
}

/** Kinds in the order of the chain. */
export const KINDS: readonly SalesDocumentKind[] = ['quote', 'order', 'delivery', 'invoice', 'credit'];

/** Units of what is sold without being held in stock: carriage, labour, flat rates. */
const SERVICE_UNITS = new Set(['forfait', 'heure', 'h', 'jour', 'prestation', 'service']);

/** False for services and carriage: they have no stock to move, and a customer's usual discount does not apply. */
export const isStocked = (product: Product): boolean => !SERVICE_UNITS.has(product.unit.trim().toLowerCase());

/** What makes two lines the same article along the chain: the product, else the label of a free line. */
export const lineKey = (line: SalesLine): string => line.product ?? `=${line.label}`;
