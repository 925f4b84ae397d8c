import pg from 'pg';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { SessionId, SittingId } from '../../../kernel/ids';
import { LocalBus, type Bus, type Change } from '../../bus';

const CHANNEL = 'plateau';
/** Changes wait this long (ms) for others, so that a busy node sends one notification and not hundreds. */
const COALESCE_MS = 50;
const RECONNECT_MS = 1_000;
/** PostgreSQL refuses notifications of 8 000 bytes. */
const CHANGES_PER_NOTIFICATION = 60;

const id = <T>() =>
  v.pipe(
    v.string(),
    v.transform((text) => text as T)
  );
const changeSchema = v.variant('kind', [
  v.object({ kind: v.literal('sitting'), sitting: id<SittingId>(), session: id<SessionId>(), n: v.number() }),
  v.object({ kind: v.literal('session'), session: id<SessionId>() }),
  v.object({ kind: v.literal('missed') })
]);
/** Any program that may connect can notify: what is not ours is left alone. */
const messageSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ node: v.string(), changes: v.array(changeSchema) })
);

/** The bus of a node among others: local at once, the rest through LISTEN/NOTIFY, outside any write transaction. */
export async function openPostgresBus(
  url: string,
  pool: pg.Pool
): Promise<{ bus: Bus; close(): Promise<void> }> {
  const node = randomBytes(6).toString('hex');
  const sender = new Sender(node, pool);
  const bus = new LocalBus((change) => sender.add(change));
  const hearing = new Hearing(url, node, bus);
  try {
    await hearing.open();
  } catch (error) {
    await hearing.close();
    throw error;
  }
  return {
    bus,
    async close() {
      await sender.close();
      await hearing.close();
    }
  };
}

class Sender {
  readonly #changes = new Map<string, Change>();
  #timer: NodeJS.Timeout | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(
    readonly node: string,
    readonly pool: pg.Pool
  ) {}

  add(change: Change): void {
    this.#changes.set(keyOf(change), change);
    this.#timer ??= setTimeout(() => void this.#flush(), COALESCE_MS);
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#flush();
  }

  #flush(): Promise<void> {
    this.#timer = null;
    const changes = [...this.#changes.values()];
    this.#changes.clear();
    this.#sending = this.#sending.then(() => this.#send(changes));
    return this.#sending;
  }

  /** A notification only saves other nodes from waiting for their next look, so a lost one is no error. */
  async #send(changes: readonly Change[]): Promise<void> {
    for (let start = 0; start < changes.length; start += CHANGES_PER_NOTIFICATION) {
      const message = JSON.stringify({
        node: this.node,
        changes: changes.slice(start, start + CHANGES_PER_NOTIFICATION)
      });
      await this.pool.query('select pg_notify($1, $2)', [CHANNEL, message]).catch(() => {});
    }
  }
}

/** The connection that listens; it comes back by itself, and then says that something may have been missed. */
class Hearing {
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(
    readonly url: string,
    readonly node: string,
    readonly bus: LocalBus
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'plateau-bus',
      keepAlive: true
    });
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    this.#client = client;
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => {});
  }

  #hear(payload: string): void {
    const message = v.safeParse(messageSchema, payload);
    if (!message.success || message.output.node === this.node) return;
    for (const change of message.output.changes) this.bus.deliver(change);
  }

  #lost(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    void client.end().catch(() => {});
    this.#retry = setTimeout(() => void this.#reopen(), RECONNECT_MS);
  }

  async #reopen(): Promise<void> {
    try {
      await this.open();
      if (this.#closed) return await this.close();
      this.bus.deliver({ kind: 'missed' });
    } catch {
      const client = this.#client;
      if (client) this.#lost(client);
    }
  }
}

const keyOf = (change: Change): string =>
  change.kind === 'sitting'
    ? change.sitting
    : change.kind === 'session'
      ? `session ${change.session}`
      : 'missed';
