import type { StreamMessages } from '../sitting/wire';

/** What the stream tells; each is one message of `sitting/wire.ts`. */
export type StreamListener = {
  readonly [K in keyof StreamMessages]: (message: StreamMessages[K]) => void;
} & {
  /** The stream is up again. */
  readonly open: () => void;
  /** The stream is broken; it will come back by itself. */
  readonly lost: () => void;
};

const KEYS = ['entry', 'clock', 'taken', 'word', 'hand'] as const satisfies readonly (keyof StreamMessages)[];
const AGAIN_MS = 2_000;

/** The server's stream to a desk, kept up: the browser reconnects by itself, and when it gives up, this does. */
export class DeskStream {
  readonly #listener: StreamListener;
  readonly #address: () => string;
  #source: EventSource | null = null;
  #closed = false;

  /** `address` is asked at each connection: it names the last entry known. */
  constructor(address: () => string, listener: StreamListener) {
    this.#address = address;
    this.#listener = listener;
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#source?.close();
  }

  #connect(): void {
    if (this.#closed) return;
    const source = new EventSource(this.#address());
    this.#source = source;
    source.onopen = () => this.#listener.open();
    source.onerror = () => {
      this.#listener.lost();
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.#connect(), AGAIN_MS);
    };
    for (const key of KEYS) {
      source.addEventListener(key, (event) => {
        const tell = this.#listener[key] as (message: unknown) => void;
        tell(JSON.parse((event as MessageEvent<string>).data));
      });
    }
  }
}
