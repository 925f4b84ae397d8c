import { beforeEach, describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import * as commands from './commands';
import * as events from './events';
import { progressOf, shortages } from './selectors';
import { OrdersDriver, refusalCodes } from '../../../../tests/builders/orders-driver';

const date = '2026-03-17';
const customer = 'clos-angevin';
const pots = (quantity: number) => ({
  product: 'jardiniere',
  label: 'Jardinière en terre cuite 80 cm',
  quantity,
  priceCents: 6250,
  discountBp: 800,
  vatBp: 2000
});

let user: OrdersDriver;
beforeEach(() => {
  user = new OrdersDriver(demoScene());
});

/** Opens and validates an order of pots. */
function order(quantity: number, id = 'co-1') {
  user.do(commands.createDocument(user.state, { id, kind: 'order', customer, date }));
  user.do(commands.setLines(user.state, id, [pots(quantity)]));
  user.do(commands.validateDocument(user.state, id));
}
function next(source: string, kind: 'order' | 'delivery' | 'invoice', id: string) {
  user.do(commands.transformDocument(user.state, source, { id, kind, date }));
}
function credit(id: string, quantities: readonly number[], restock = false) {
  return commands.creditInvoice(user.state, 'fa-0387', { id, date, quantities, restock });
}

describe('numbers', () => {
  it('gives a draft none, then the next of the unbroken sequence, whatever was thrown away', () => {
    for (const id of ['a', 'b', 'c']) {
      user.do(commands.createDocument(user.state, { id, kind: 'invoice', customer, date }));
      user.do(commands.setLines(user.state, id, [pots(1)]));
    }
    expect(user.document('a').number).toBeNull();
    user.do(commands.discardDraft(user.state, 'b'));
    user.do(commands.validateDocument(user.state, 'c'));
    user.do(commands.validateDocument(user.state, 'a'));
    expect([user.document('c').number, user.document('a').number]).toEqual(['FA-2026-0392', 'FA-2026-0393']);
    expect(user.state.documents.b).toBeUndefined();
  });

  it('is not spent twice by a repeated validation', () => {
    order(2);
    user.record([events.documentValidated({ id: 'co-1' })]);
    expect(user.state.lastNumbers.order).toBe('CO-2026-0206');
  });
});

describe('the chain', () => {
  it('goes from quote to invoice, keeps lines, and moves the stock at delivery only', () => {
    user.do(commands.createDocument(user.state, { id: 'de', kind: 'quote', customer, date }));
    user.do(commands.setLines(user.state, 'de', [pots(10)]));
    user.do(commands.validateDocument(user.state, 'de'));
    next('de', 'order', 'co');
    expect(user.document('de').status).toBe('accepted');
    user.do(commands.validateDocument(user.state, 'co'));
    expect(user.state.products.jardiniere?.stock).toBe(64);
    next('co', 'delivery', 'bl');
    user.do(commands.validateDocument(user.state, 'bl'));
    expect(user.state.products.jardiniere?.stock).toBe(54);
    expect(progressOf(user.state, user.document('co'))).toBe('delivered');
    next('bl', 'invoice', 'fa');
    user.do(commands.validateDocument(user.state, 'fa'));
    expect(user.document('fa').lines).toEqual([pots(10)]);
    expect(user.state.products.jardiniere?.stock).toBe(54);
    expect(progressOf(user.state, user.document('co'))).toBe('invoiced');
    expect(
      refusalCodes(commands.transformDocument(user.state, 'co', { id: 'x', kind: 'invoice', date }))
    ).toEqual(['chain.used-up']);
  });

  it('delivers in parts and never more than what is left of the order', () => {
    order(10);
    next('co-1', 'delivery', 'bl-1');
    user.do(commands.setLines(user.state, 'bl-1', [pots(4)]));
    user.do(commands.validateDocument(user.state, 'bl-1'));
    expect(progressOf(user.state, user.document('co-1'))).toBe('partly-delivered');
    next('co-1', 'delivery', 'bl-2');
    expect(user.document('bl-2').lines[0]?.quantity).toBe(6);
    user.do(commands.setLines(user.state, 'bl-2', [pots(7)]));
    expect(refusalCodes(commands.validateDocument(user.state, 'bl-2'))).toEqual(['line.exceeds-delivery']);
    user.do(commands.setLines(user.state, 'bl-2', [pots(3), pots(4)]));
    expect(refusalCodes(commands.validateDocument(user.state, 'bl-2'))).toEqual(['line.exceeds-delivery']);
  });

  it('puts the goods of a cancelled delivery back, and keeps its number', () => {
    order(5);
    next('co-1', 'delivery', 'bl-1');
    user.do(commands.validateDocument(user.state, 'bl-1'));
    expect(refusalCodes(commands.cancelDocument(user.state, 'co-1'))).toEqual(['document.has-followers']);
    user.do(commands.cancelDocument(user.state, 'bl-1'));
    expect(user.state.products.jardiniere?.stock).toBe(64);
    expect(user.document('bl-1').number).toBe('BL-2026-0312');
    next('co-1', 'delivery', 'bl-2');
    expect(user.document('bl-2').lines).toEqual([pots(5)]);
  });

  it('makes nothing of a draft', () => {
    user.do(commands.createDocument(user.state, { id: 'de', kind: 'quote', customer, date }));
    expect(
      refusalCodes(commands.transformDocument(user.state, 'de', { id: 'co', kind: 'order', date }))
    ).toEqual(['chain.draft']);
  });
});

describe('a credit note', () => {
  it('keeps the price and discount of the invoice and leaves carriage out', () => {
    user.do(credit('av', [6, 0]));
    expect(user.document('av')).toMatchObject({ source: 'fa-0387', lines: [pots(6)] });
    user.do(commands.validateDocument(user.state, 'av'));
    expect(user.document('av').number).toBe('AV-2026-0031');
    expect(user.state.products.jardiniere?.stock).toBe(64);
    expect(progressOf(user.state, user.document('fa-0387'))).toBe('partly-credited');
  });

  it('brings goods back into stock when they return', () => {
    user.do(credit('av', [6, 0], true));
    user.do(commands.validateDocument(user.state, 'av'));
    expect(user.state.products.jardiniere?.stock).toBe(70);
    expect(user.state.movements).toMatchObject([{ quantity: 6, number: 'AV-2026-0031' }]);
  });

  it('never credits more than was invoiced, over several notes', () => {
    expect(refusalCodes(credit('av', [41, 0]))).toEqual(['line.exceeds-credit']);
    user.do(credit('av-1', [38, 0]));
    user.do(commands.validateDocument(user.state, 'av-1'));
    expect(refusalCodes(credit('av-2', [3, 0]))).toEqual(['line.exceeds-credit']);
  });

  it('refuses another price, an article that was not invoiced, and more than the invoice', () => {
    user.do(credit('av', [6, 0]));
    user.do(commands.setLines(user.state, 'av', [{ ...pots(6), discountBp: 0 }]));
    expect(refusalCodes(commands.validateDocument(user.state, 'av'))).toEqual(['line.price-changed']);
    user.do(commands.setLines(user.state, 'av', [{ ...pots(6), product: 'terreau', label: 'Terreau' }]));
    expect(refusalCodes(commands.validateDocument(user.state, 'av'))).toEqual(['line.foreign']);
    const gesture = {
      ...pots(1),
      product: null,
      label: 'Geste commercial',
      priceCents: 300_000,
      discountBp: 0
    };
    user.do(commands.setLines(user.state, 'av', [gesture]));
    expect(refusalCodes(commands.validateDocument(user.state, 'av'))).toEqual(['credit.exceeds-invoice']);
  });

  it('never starts from nothing', () => {
    const draft = { id: 'av', kind: 'credit' as const, customer, date };
    expect(refusalCodes(commands.createDocument(user.state, draft))).toEqual(['credit.no-invoice']);
  });
});

describe('what is refused, warned of, ignored', () => {
  it('never changes a validated document, by command or by event', () => {
    expect(refusalCodes(commands.setLines(user.state, 'fa-0387', []))).toEqual(['document.locked']);
    expect(refusalCodes(commands.cancelDocument(user.state, 'fa-0387'))).toEqual(['document.locked']);
    expect(refusalCodes(commands.discardDraft(user.state, 'fa-0387'))).toEqual(['document.locked']);
    const before = user.document('fa-0387');
    user.record([
      events.linesSet({ id: 'fa-0387', lines: [] }),
      events.documentChanged({ id: 'fa-0387', date: '2026-01-01' }),
      events.documentDiscarded({ id: 'fa-0387' }),
      events.documentCancelled({ id: 'fa-0387' })
    ]);
    expect(user.document('fa-0387')).toBe(before);
  });

  it('refuses a discount over 100 %, an empty document, an unnamed or empty line', () => {
    user.do(commands.createDocument(user.state, { id: 'de', kind: 'quote', customer, date }));
    const set = commands.setLines(user.state, 'de', [{ ...pots(1), discountBp: 10_001 }]);
    expect(refusalCodes(set)).toEqual(['line.discount']);
    expect(refusalCodes(commands.validateDocument(user.state, 'de'))).toEqual(['lines.none']);
    user.do(commands.setLines(user.state, 'de', [{ ...pots(0), product: null, label: ' ' }]));
    expect(refusalCodes(commands.validateDocument(user.state, 'de'))).toEqual([
      'line.no-label',
      'line.no-quantity'
    ]);
  });

  it('warns of a stock shortage without blocking', () => {
    user.do(commands.createDocument(user.state, { id: 'bl', kind: 'delivery', customer, date }));
    user.do(commands.setLines(user.state, 'bl', [pots(70)]));
    expect(shortages(user.state, user.document('bl'))).toMatchObject([{ stock: 64, asked: 70 }]);
    user.do(commands.validateDocument(user.state, 'bl'));
    expect(user.state.products.jardiniere?.stock).toBe(-6);
  });

  it('gives the customer’s usual discount to goods, not to carriage', () => {
    expect(commands.lineForProduct(user.state, 'jardiniere', customer)?.discountBp).toBe(800);
    expect(commands.lineForProduct(user.state, 'port', customer)?.discountBp).toBe(0);
  });
});

describe('customers', () => {
  it('dates a note by the story and signs it by the post', () => {
    user.do(commands.addNote(user.state, customer, ' Avoir promis. '));
    expect(user.state.notes.at(-1)).toMatchObject({
      at: Date.UTC(2026, 2, 17, 8, 31),
      author: 'Secrétaire assistante',
      text: 'Avoir promis.'
    });
    expect(refusalCodes(commands.addNote(user.state, customer, '  '))).toEqual(['note.empty']);
  });

  it('needs a name and an address', () => {
    const blank = { id: 'c', number: 'C-0113', name: ' ', address: [], paymentTerms: '', discountBp: 0 };
    expect(refusalCodes(commands.saveCustomer(user.state, blank))).toEqual([
      'customer.no-name',
      'customer.no-address'
    ]);
  });
});
