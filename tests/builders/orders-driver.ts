import { deskReader, foldDesk, openDesk, type AnyModel, type DeskStates } from '../../src/lib/desk/fold';
import { treeModel } from '../../src/lib/desk/files/model';
import type { DeskReader } from '../../src/lib/desk/app-model';
import type { DeskEvent, Gesture } from '../../src/lib/log/entry';
import type { Fact } from '../../src/lib/log/facts';
import type { Scene } from '../../src/lib/scene/scene';
import type { Decision } from '../../src/lib/apps/orders/commands';
import { ordersFacts } from '../../src/lib/apps/orders/facts';
import { ordersModel } from '../../src/lib/apps/orders/model';
import type { OrdersDocument, OrdersState } from '../../src/lib/apps/orders/state';

/** Drives the order screen as its user does, without a window: for tests. */
export class OrdersDriver {
  readonly #models = [treeModel, ordersModel] as unknown as readonly AnyModel[];
  #states: DeskStates;
  /** Every fact seen so far. */
  readonly facts: Fact[] = [];

  constructor(readonly scene: Scene) {
    this.#states = openDesk(this.#models, scene);
  }

  get state(): OrdersState {
    return this.#states.orders as OrdersState;
  }

  get desk(): DeskReader {
    return deskReader(this.scene, this.#states);
  }

  document(id: string): OrdersDocument {
    const doc = this.state.documents[id];
    if (!doc) throw new Error(`no document ${id}`);
    return doc;
  }

  /** Records gestures at an exam time in ms. */
  record(gestures: readonly Gesture[], t = 60_000): void {
    for (const gesture of gestures) {
      const event: DeskEvent = { ...gesture, by: 'candidate', t };
      this.#states = foldDesk(this.#models, this.#states, event);
      this.facts.push(...ordersFacts(event, this.desk));
    }
  }

  /** Does what a command decided. Throws its refusals. */
  do(decision: Decision): void {
    if (!decision.ok) throw new Error(decision.refusals.map((refusal) => refusal.code).join(', '));
    this.record(decision.gestures);
  }
}

/** Codes of a refusal, or an empty list when the command is accepted. */
export const refusalCodes = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.refusals.map((refusal) => refusal.code);
