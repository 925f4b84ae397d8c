import { parseCents, roundHalfAway } from '../../kernel/money';
import { formatCentsBare } from '../../kernel/format-fr';
import type { SalesLine } from '../../scene/scene';
import { lineForProduct, setLines } from './commands';
import type { OrdersDesk } from './orders-desk.svelte';
import { formatQuantity } from './rules';
import type { OrdersDocument } from './state';

/** Columns of the lines table that are typed. */
export type LineField = 'label' | 'quantity' | 'priceCents' | 'discountBp' | 'vatBp';

const HELP: Readonly<Record<LineField, string>> = {
  label: 'Une désignation tient en 300 caractères.',
  quantity: 'Quantité attendue\u00a0: un nombre positif, par exemple 6 ou 2,5.',
  priceCents: 'Prix attendu en euros, par exemple 62,50.',
  discountBp: 'Remise attendue entre 0 et 100\u00a0%, par exemple 8 ou 2,5.',
  vatBp: 'Taux de TVA attendu en\u00a0%.'
};

/** Reads a number typed the French way, with `decimals` at most; `null` when it is not one or is negative. */
function parseNumber(text: string, decimals: number): number | null {
  const plain = text.replace(/[\s\u00a0\u202f%]/gu, '').replace(',', '.');
  return new RegExp(`^\\d{1,7}(\\.\\d{1,${decimals}})?$`).test(plain) ? Number(plain) : null;
}

/** A line with one typed cell read into it; `null` when the text cannot be read. An empty discount is zero. */
export function typedLine(line: SalesLine, field: LineField, text: string): SalesLine | null {
  switch (field) {
    case 'label':
      return text.length <= 300 ? { ...line, label: text } : null;
    case 'quantity': {
      const quantity = parseNumber(text, 3);
      return quantity === null || quantity > 1_000_000 ? null : { ...line, quantity };
    }
    case 'priceCents': {
      const priceCents = parseCents(text);
      return priceCents === null || priceCents < 0 ? null : { ...line, priceCents };
    }
    case 'discountBp':
    case 'vatBp': {
      const percent = parseNumber(text.trim() === '' ? '0' : text, 2);
      return percent === null || percent > 100 ? null : { ...line, [field]: roundHalfAway(percent * 100) };
    }
  }
}

/** A cell's text when it is not being typed. A zero discount is left blank. */
export function cellText(line: SalesLine, field: LineField): string {
  switch (field) {
    case 'label':
      return line.label;
    case 'quantity':
      return formatQuantity(line.quantity);
    case 'priceCents':
      return formatCentsBare(line.priceCents);
    case 'discountBp':
      return line.discountBp === 0 ? '' : formatQuantity(line.discountBp / 100);
    case 'vatBp':
      return String(line.vatBp / 100);
  }
}

/** The typing of a draft's lines: what is being typed shows in the totals at once, and is recorded when the cell is left. */
export class LineEditor {
  #typing = $state.raw<{ row: number; field: LineField; text: string } | null>(null);
  /** The cell whose text could not be read, with what was expected. */
  error = $state.raw<{ row: number; field: LineField; message: string } | null>(null);

  constructor(
    private readonly orders: OrdersDesk,
    private readonly doc: () => OrdersDocument
  ) {}

  /** The lines with the cell being typed read in, as far as it can be. */
  get lines(): readonly SalesLine[] {
    const typing = this.#typing;
    const { lines } = this.doc();
    if (!typing) return lines;
    return lines.map((line, row) =>
      row === typing.row ? (typedLine(line, typing.field, typing.text) ?? line) : line
    );
  }

  type(row: number, field: LineField, text: string): void {
    this.#typing = { row, field, text };
  }

  /** Forgets what is being typed. True when there was something. */
  giveUp(): boolean {
    const typing = this.#typing !== null;
    this.#typing = null;
    return typing;
  }

  /** Records a cell. False when its text could not be read: the cell then goes back to what it was. */
  commit(row: number, field: LineField, text: string): boolean {
    this.#typing = null;
    const line = this.doc().lines[row];
    if (!line) return false;
    const next = typedLine(line, field, text);
    this.error = next ? null : { row, field, message: HELP[field] };
    if (!next) return false;
    return this.#set(this.doc().lines.map((other, index) => (index === row ? next : other)));
  }

  /** Adds a line for a product at its list price. */
  addProduct(product: string): void {
    const line = lineForProduct(this.orders.state, product, this.doc().customer);
    if (line) this.#set([...this.doc().lines, line]);
  }

  /** Adds a line that is no article of the list. */
  addFree(label: string): void {
    const line = {
      product: null,
      label: label.slice(0, 300),
      quantity: 1,
      priceCents: 0,
      discountBp: 0,
      vatBp: 2000
    };
    this.#set([...this.doc().lines, line]);
  }

  remove(row: number): void {
    this.error = null;
    this.#set(this.doc().lines.filter((_, index) => index !== row));
  }

  #set(lines: readonly SalesLine[]): boolean {
    return this.orders.run(setLines(this.orders.state, this.doc().id, lines));
  }
}
