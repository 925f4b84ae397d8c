import { text } from 'node:stream/consumers';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { LoadOrder, LoadSeat } from './orders';

const HEARTBEAT_MS = 5_000;
/** Posts are not opened at one instant: their heartbeats are spread over the period, by this step. */
const HEARTBEAT_STEP_MS = 97;

/**
 * One candidate as a browser is: a stream held open, a heartbeat, and an outbox that sends one batch at a time, with all
 * that has come due meanwhile. The latency of a gesture counts from the instant when it was due, so that a slow server
 * cannot hide behind a client that waits.
 */
export class SimulatedCandidate {
  readonly latencies: number[] = [];
  failures = 0;
  readonly #order: LoadOrder;
  readonly #seat: LoadSeat;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #note: string;
  readonly #index: number;
  #waiting: number[] = [];
  #sending = false;
  #seq = 1;
  #written = 0;

  constructor(order: LoadOrder, seat: LoadSeat, index: number) {
    this.#order = order;
    this.#seat = seat;
    this.#index = index;
    this.#note = `load-${seat.tab}-${index}`;
  }

  /** Due instants of the gestures that are still unanswered, the counted ones. */
  get unanswered(): readonly number[] {
    return this.#waiting.filter((due) => !Number.isNaN(due));
  }

  /** Opens the stream and makes the note that the gestures write in. */
  async join(): Promise<void> {
    const { tab, n } = this.#seat;
    this.#open('GET', `/api/poste/flux?depuis=${n}&onglet=${tab}`, (answer) => answer.resume());
    await this.#post('/api/poste/gestes', {
      outbox: this.#note,
      tab,
      from: this.#seq++,
      gestures: [{ type: 'notes.created', v: 1, d: { note: this.#note } }]
    });
    setTimeout(
      () => setInterval(() => this.#beat(), HEARTBEAT_MS),
      (this.#index * HEARTBEAT_STEP_MS) % HEARTBEAT_MS
    );
  }

  #beat(): void {
    this.#post('/api/poste/presence', { tab: this.#seat.tab }).catch((fault: unknown) => this.failed(fault));
  }

  /** A gesture is due, at `due` on the clock of `performance.now()`; `counted` ones are in the report. */
  gesture(due: number, counted: boolean): void {
    this.#waiting.push(counted ? due : Number.NaN);
    if (!this.#sending) void this.#send();
  }

  failed(fault: unknown): void {
    if (this.failures++ === 0) console.error(fault instanceof Error ? fault.message : fault);
  }

  async #send(): Promise<void> {
    this.#sending = true;
    while (this.#waiting.length > 0) {
      const batch = [...this.#waiting];
      const from = this.#seq;
      const gestures = batch.map(() => this.#edit());
      try {
        await this.#post('/api/poste/gestes', { outbox: this.#note, tab: this.#seat.tab, from, gestures });
      } catch (fault) {
        this.failed(fault);
        break;
      }
      const now = performance.now();
      this.#waiting = this.#waiting.slice(batch.length);
      this.#seq += batch.length;
      for (const due of batch) if (!Number.isNaN(due)) this.latencies.push(now - due);
    }
    this.#sending = false;
  }

  /** One replacement in the note, its JSON as long as asked. */
  #edit() {
    const insert = 'a'.repeat(this.#order.gestureBytes - 120);
    const remove = this.#written;
    this.#written = insert.length;
    return { type: 'notes.edited', v: 1, d: { note: this.#note, at: 0, remove, insert } };
  }

  #post(path: string, body: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      const asked = this.#open('POST', path, (answer) => {
        void text(answer).then((words) => {
          if (answer.statusCode! < 300) resolve();
          else reject(new Error(`${path}: ${answer.statusCode} ${words}`));
        }, reject);
      });
      asked.on('error', reject);
      asked.end(JSON.stringify(body));
    });
  }

  #open(method: 'GET' | 'POST', path: string, then: (answer: IncomingMessage) => void) {
    const { port } = this.#order;
    const headers = { cookie: this.#seat.cookie, 'content-type': 'application/json' };
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: this.#agent }, then);
    if (method === 'GET') {
      asked.on('error', (fault) => this.failed(fault));
      asked.end();
    }
    return asked;
  }
}
