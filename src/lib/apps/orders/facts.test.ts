import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { fileCopied, fileCreated } from '../../desk/files/model';
import * as commands from './commands';
import * as events from './events';
import { dueDay } from './payment';
import { nextCustomerNumber, nextNumber } from './numbering';
import { salesPage, typedDay } from './page';
import { OrdersDriver } from '../../../../tests/builders/orders-driver';

const date = '2026-03-17';

function withCredit(): OrdersDriver {
  const user = new OrdersDriver(demoScene());
  user.do(
    commands.creditInvoice(user.state, 'fa-0387', { id: 'av', date, quantities: [6, 0], restock: false })
  );
  return user;
}

describe('facts', () => {
  it('tells of a draft, then of the validated document with its number and amounts in cents', () => {
    const user = withCredit();
    user.do(commands.validateDocument(user.state, 'av'));
    expect(user.facts.map((fact) => [fact.fait, fact.numero])).toEqual([
      ['piece.creee', null],
      ['piece.validee', 'AV-2026-0031']
    ]);
    expect(user.facts[1]).toEqual({
      fait: 'piece.validee',
      type: 'avoir',
      numero: 'AV-2026-0031',
      client: 'clos-angevin',
      date,
      ht: 34_500,
      tva: 6900,
      total: 41_400,
      source: 'FA-2026-0387',
      lignes: [{ article: 'JAR-80', quantite: 6, prix: 6250, remise: 800 }]
    });
  });

  it('tells of notes and prints, and stays silent on the rest', () => {
    const user = withCredit();
    user.record([
      events.viewSelected({ view: 'customers', id: 'clos-angevin' }),
      events.noteAdded({ customer: 'clos-angevin', text: 'Rappeler.' }),
      events.documentPrinted({ id: 'av' })
    ]);
    expect(user.facts.slice(1).map((fact) => fact.fait)).toEqual(['note.client', 'piece.imprimee']);
  });
});

describe('a PDF saved in the files', () => {
  it('keeps the document as it was, through copies too', () => {
    const user = withCredit();
    const content = { salesDocument: 'av' };
    const pdf = { kind: 'pdf' as const, mediaType: 'application/pdf' };
    user.record([
      fileCreated({ file: 'f', name: 'Avoir.pdf', folder: null, ...pdf, content }),
      fileCopied({ file: 'f', copy: 'f2', name: 'Avoir.pdf', folder: null, frozen: true }),
      fileCreated({ file: 'g', name: 'Autre.pdf', folder: null, ...pdf })
    ]);
    user.do(commands.validateDocument(user.state, 'av'));
    const filed = user.state.files.f2!;
    expect(Object.keys(user.state.files)).toEqual(['f', 'f2']);
    expect(filed).toMatchObject({ document: { number: null }, source: { number: 'FA-2026-0387' } });
    const page = salesPage(user.scene.firm, user.state.products, filed);
    expect(page).toMatchObject({ title: 'Avoir', stamp: 'Brouillon' });
    expect(page.facts).toContainEqual({ label: 'Sur la facture', value: 'FA-2026-0387 du 16/03/2026' });
  });
});

describe('due days and sequences', () => {
  it.each([
    ['30 jours net', '2026-04-15'],
    ['45 jours fin de mois', '2026-04-30'],
    ['Comptant', '2026-03-16'],
    ['à réception de facture', '2026-03-16'],
    ['selon contrat', null]
  ])('reads « %s »', (terms, day) => {
    expect(dueDay('2026-03-16', terms)).toBe(day);
  });

  it('reads a typed day, and no other text', () => {
    expect(['17/03/2026', '7/3/26', '31/02/2026', 'demain'].map(typedDay)).toEqual([
      '2026-03-17',
      '2026-03-07',
      null,
      null
    ]);
  });

  it('counts on from the last number, with its width', () => {
    expect(nextNumber('invoice', 'FA-2026-0999')).toBe('FA-2026-1000');
    expect(nextNumber('credit', undefined)).toBe('AV-0001');
    expect(nextCustomerNumber(['C-0112', 'C-0098'])).toBe('C-0113');
  });
});
