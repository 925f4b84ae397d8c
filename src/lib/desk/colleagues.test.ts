import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../tests/builders/demo-scene';
import { models } from '../apps/models';
import type { AgendaState } from '../apps/agenda/model';
import type { OrdersState } from '../apps/orders/state';
import type { PhoneState } from '../apps/phone/model';
import type { SheetState } from '../apps/sheet/model';
import { phoneFacts } from '../apps/phone/facts';
import * as phone from '../apps/phone/events';
import type { DeskEvent, Gesture } from '../log/entry';
import { phoneRang, phoneSaid } from '../log/script-events';
import { agendaChanged, fileDropped, ordersChanged } from '../log/script-world';
import type { DeskReader, ModelId } from './app-model';
import type { TreeState } from './files/model';

/** A whole desk that folds what it is given. */
class DeskFold implements DeskReader {
  readonly scene = demoScene();
  readonly #states = new Map<string, unknown>(models.map((model) => [model.id, model.open(this.scene)]));

  state<S>(model: ModelId): S {
    return this.#states.get(model) as S;
  }
  script(gesture: Gesture, t = 0): this {
    return this.#fold({ ...gesture, by: 'script', t });
  }
  candidate(gesture: Gesture, t = 0): this {
    return this.#fold({ ...gesture, by: 'candidate', t });
  }
  #fold(event: DeskEvent): this {
    for (const model of models)
      this.#states.set(model.id, model.reduce(this.#states.get(model.id) as never, event));
    return this;
  }
}

const document = {
  name: 'Tarif.xlsx',
  kind: 'sheet' as const,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  size: 10,
  blob: 'a'.repeat(64)
};

describe('a desk follows colleagues', () => {
  it('finds a document dropped in a shared folder, by whom, and can open it', () => {
    const desk = new DeskFold().script(
      fileDropped({ file: 'drop-1', folder: 'modeles', by: 'Karim Haddad', document })
    );
    expect(desk.state<TreeState>('tree').files['drop-1']).toMatchObject({
      name: 'Tarif.xlsx',
      folder: 'modeles',
      by: 'Karim Haddad',
      trashed: false
    });
    expect(desk.state<SheetState>('sheet').workbooks['drop-1']).toBeDefined();
  });

  it('sees appointments come, move and go, fixed ones included', () => {
    const desk = new DeskFold();
    const change = (change: Parameters<typeof agendaChanged>[0]['change']) =>
      desk.script(agendaChanged({ by: 'Claire Morvan', change }));
    const stretch = { start: '2026-03-18 14:00', end: '2026-03-18 15:00' };
    const appointment = () => desk.state<AgendaState>('agenda').appointments['appointment-1'];
    const [calendar] = desk.scene.agenda.calendars;
    change({
      do: 'add',
      appointment: 'appointment-1',
      title: 'Comité',
      calendars: [calendar!.id],
      fixed: true,
      ...stretch
    });
    expect(appointment()).toMatchObject({ title: 'Comité', start: '2026-03-18T14:00', fixed: true });
    change({ do: 'move', appointment: 'appointment-1', start: '2026-03-19 09:00', end: '2026-03-19 10:00' });
    expect(appointment()).toMatchObject({ start: '2026-03-19T09:00', calendars: [calendar!.id] });
    change({ do: 'cancel', appointment: 'appointment-1' });
    expect(appointment()).toBeUndefined();
    change({ do: 'move', appointment: 'unknown', ...stretch });
    expect(desk.state<AgendaState>('agenda').appointments['unknown']).toBeUndefined();
  });

  it('books goods, payments and notes in the order screen', () => {
    const desk = new DeskFold();
    const state = () => desk.state<OrdersState>('orders');
    const change = (change: Parameters<typeof ordersChanged>[0]['change']) =>
      desk.script(ordersChanged({ by: 'Karim Haddad', change }), 60_000);
    const [product] = Object.values(state().products);
    change({ do: 'stock', product: product!.id, quantity: 12, reason: 'Livraison partielle' });
    expect(state().products[product!.id]!.stock).toBe(product!.stock + 12);
    expect(state().movements.at(-1)).toMatchObject({ quantity: 12, reason: 'Livraison partielle' });
    change({ do: 'payment', document: 'fa-0387', amountCents: 100_000, day: '2026-03-17' });
    expect(state().documents['fa-0387']).toMatchObject({ paidCents: 100_000, status: 'validated' });
    change({ do: 'payment', document: 'fa-0387', amountCents: 186_800, day: '2026-03-17' });
    expect(state().documents['fa-0387']).toMatchObject({ paidCents: 286_800, status: 'paid' });
    change({ do: 'note', note: 'note-x', customer: 'clos-angevin', text: 'A rappelé.' });
    expect(state().notes.at(-1)).toMatchObject({ author: 'Karim Haddad', text: 'A rappelé.' });
  });

  it('holds a call, takes it back, and leaves a message on a machine', () => {
    const desk = new DeskFold();
    const call = () => desk.state<PhoneState>('phone').calls.at(-1);
    const offer = { lang: 'fr' as const, choices: [], typed: true, slip: false, transfer: false };
    desk
      .script(phoneRang({ call: 'c', name: 'Jean Aubry', number: '02', ringMs: 1 }))
      .candidate(phone.callPickedUp({ call: 'c' }))
      .candidate(phone.callHeld({ call: 'c' }));
    expect(call()?.state).toBe('held');
    desk.candidate(phone.callResumed({ call: 'c' }));
    expect(call()?.state).toBe('talking');
    desk
      .candidate(phone.numberDialled({ call: 'd', number: '201', person: 'morvan' }))
      .script(phoneSaid({ call: 'd', text: 'Laissez un message.', ...offer, machine: true }));
    const said: DeskEvent = {
      ...phone.lineSpoken({ call: 'd', text: 'Rappelez M. Aubry.' }),
      by: 'candidate',
      t: 1
    };
    expect(phoneFacts(said, desk).map(({ fait }) => fait)).toEqual(['appel.dit', 'appel.message_laisse']);
    expect(phoneFacts({ ...said, d: { call: 'c', text: 'x' } }, desk)).toHaveLength(1);
  });
});
