import type { DeskEvent } from '../../log/entry';
import { phoneEnded, phoneRang } from '../../log/script-events';
import type { Trace, TrackMark } from './copy-file';

interface HeardCall {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly n: number;
  readonly to: number;
  readonly outcome: string;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  'hung-up': 'Terminé',
  missed: 'Manqué',
  transferred: 'Transféré',
  busy: 'Ligne occupée'
};

const callOf = (event: DeskEvent): string | null => {
  const call = (event.d as { call?: unknown } | null)?.call;
  return event.type.startsWith('phone.') && typeof call === 'string' ? call : null;
};

/** The calls of a sitting, gathered event by event. */
export class Calls {
  readonly #calls = new Map<string, HeardCall>();

  add(event: DeskEvent & { readonly n: number }): void {
    const id = callOf(event);
    if (!id) return;
    const known = this.#calls.get(id);
    if (!known) {
      const named = event.d as { name?: unknown; number?: unknown };
      const name = String(named.name ?? named.number ?? 'Appel');
      const outcome = phoneRang.is(event) ? 'Sonne' : 'Appel émis';
      this.#calls.set(id, { id, name, from: event.t, n: event.n, to: event.t, outcome });
      if (!phoneEnded.is(event)) return;
    }
    const call = this.#calls.get(id)!;
    const outcome = phoneEnded.is(event) ? (OUTCOMES[event.d.how] ?? 'Terminé') : call.outcome;
    this.#calls.set(id, { ...call, outcome, to: event.t, n: event.n });
  }

  traces(): readonly Trace[] {
    return [...this.#calls.values()].map(({ id, name, from, n, outcome }) => ({
      n,
      t: from,
      group: 'calls',
      title: name,
      detail: outcome,
      showing: { kind: 'call', call: id, n }
    }));
  }

  marks(): readonly TrackMark[] {
    return [...this.#calls.values()].map(({ name, from, to, outcome }) => ({
      track: 'calls',
      from,
      to,
      tone: outcome === OUTCOMES.missed || outcome === OUTCOMES.busy ? 'missed' : 'call',
      label: `Appel — ${name} (${outcome.toLowerCase()})`
    }));
  }
}
