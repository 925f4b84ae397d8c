import type { Entry } from '../log/entry';
import type { Account } from '../sessions/account';
import type { SittingContext } from './context.server';
import { entriesAfter, loadSitting, sittingFrom } from './load-sitting.server';
import { ownSitting } from './own-sitting.server';
import type { LiveSitting } from './sitting-cache.server';
import { handAnswered, handLowered, handRaised } from './events';
import { changesClock, clockMessage, toCandidate, wordOf } from './view';
import type { StreamMessages } from './wire';

/** Silence after which the stream says that it is still there. */
export const PING_MS = 10_000;

/** One message of the stream, or `ping`. `n` is the last entry that it covers. */
export type StreamItem =
  | {
      readonly [K in keyof StreamMessages]: { event: K; n: number; data: StreamMessages[K] };
    }[keyof StreamMessages]
  | 'ping';

/**
 * What the candidate's browser hears: the entries that it may see after number `after`, the clock whenever it changes,
 * words of the proctor, and `taken`, the last message, once another tab has the newest ticket. Ends with `signal`.
 * @throws DomainError `access.*`, `sitting.unknown`
 */
export async function* candidateStream(
  ctx: SittingContext,
  account: Account | null,
  from: { readonly after: number; readonly tab: string | null },
  signal: AbortSignal
): AsyncGenerator<StreamItem, void, void> {
  const id = await ownSitting(ctx, account);
  const bell = new Bell();
  // How far the log is said to go; Infinity when nobody knows.
  let heard = 0;
  const unsubscribe = ctx.db.bus.subscribe(`sitting:${id}`, (change) => {
    heard = change.kind === 'sitting' ? Math.max(heard, change.n) : Infinity;
    bell.ring();
  });
  signal.addEventListener('abort', () => bell.ring(), { once: true });
  try {
    let sitting = await loadSitting(ctx, id);
    let n = Math.min(from.after, sitting.n);
    yield { event: 'clock', n, data: clockMessage(sitting.engine, ctx.now()) };
    while (!signal.aborted) {
      for (const entry of await entriesAfter(ctx, sitting, n)) {
        n = entry.n;
        yield* messagesOf(ctx, sitting, entry);
      }
      if (from.tab !== null && sitting.room.tab !== from.tab)
        return void (yield { event: 'taken', n, data: {} });
      if (n < sitting.n) continue;
      if (!(await bell.wait(PING_MS))) {
        yield 'ping';
        heard = Infinity;
      }
      const wanted = heard;
      heard = 0;
      sitting = await sittingFrom(ctx, id, wanted);
    }
  } finally {
    unsubscribe();
  }
}

function* messagesOf(ctx: SittingContext, sitting: LiveSitting, entry: Entry): Generator<StreamItem> {
  const { n } = entry;
  const shown = toCandidate(entry);
  if (shown) yield { event: 'entry', n, data: shown };
  if (changesClock(entry)) yield { event: 'clock', n, data: clockMessage(sitting.engine, ctx.now()) };
  const word = wordOf(entry);
  if (word) yield { event: 'word', n, data: word };
  if (handRaised.is(entry)) yield { event: 'hand', n, data: { raised: true } };
  if (handLowered.is(entry) || handAnswered.is(entry)) yield { event: 'hand', n, data: { raised: false } };
}

/** Wakes one waiter; remembers that it rang while nobody was waiting. */
export class Bell {
  #rung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** True when it rang, false when `ms` went by. */
  async wait(ms: number): Promise<boolean> {
    if (!this.#rung) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
      this.#wake = null;
    }
    const rang = this.#rung;
    this.#rung = false;
    return rang;
  }
}
