import type { Page } from '@playwright/test';
import { canonicalJson } from '../../src/lib/kernel/canonical-json';
import { findBreak } from '../../src/lib/log/chain.server';
import type { Gesture } from '../../src/lib/log/entry';
import type { GestureBatch, GestureReceipt } from '../../src/lib/sitting/wire';
import { readLog } from './log-file';

const isBatch = (url: string, method: string): boolean =>
  method === 'POST' && new URL(url).pathname === '/api/poste/gestes';
const keyOf = (outbox: string, seq: number): string => `${outbox}/${seq}`;

/** Stands between a candidate's page and the server, and remembers what was sent and what was acknowledged. */
export class Witness {
  /** Gestures that the page has tried to send, by outbox and sequence. */
  readonly sent = new Map<string, Gesture>();
  /** Entry numbers that the page was told, by outbox and sequence. */
  readonly acknowledged = new Map<string, number>();
  lastBatch: GestureBatch | null = null;

  constructor(page: Page) {
    page.on('request', (request) => {
      if (!isBatch(request.url(), request.method())) return;
      const batch = request.postDataJSON() as GestureBatch;
      this.lastBatch = batch;
      batch.gestures.forEach((gesture, at) => this.sent.set(keyOf(batch.outbox, batch.from + at), gesture));
    });
    page.on('response', (response) => {
      const request = response.request();
      if (!isBatch(request.url(), request.method()) || !response.ok()) return;
      const { outbox, from } = request.postDataJSON() as GestureBatch;
      // An answer cut by the death of the server was not heard by the page either.
      void response
        .json()
        .then(({ ns }: GestureReceipt) =>
          ns.forEach((n, at) => this.acknowledged.set(keyOf(outbox, from + at), n))
        )
        .catch(() => undefined);
    });
  }

  /** What is wrong in the log of a candidate, in words; empty when it holds all that was acknowledged, each once. */
  faults(dataDir: string, candidate: string): string[] {
    const log = readLog(dataDir, candidate);
    const faults: string[] = [];
    const broken = findBreak(log);
    if (broken) faults.push(`chain broken at ${broken.n}: ${broken.reason}`);
    const last = new Map<string, number>();
    for (const { n, outbox, outboxSeq, type, v, d } of log) {
      if (outbox === null || outboxSeq === null) continue;
      if (outboxSeq !== (last.get(outbox) ?? 0) + 1)
        faults.push(`entry ${n}: ${keyOf(outbox, outboxSeq)} out of order or twice`);
      last.set(outbox, outboxSeq);
      const sent = this.sent.get(keyOf(outbox, outboxSeq));
      if (sent && canonicalJson(sent) !== canonicalJson({ type, v, d }))
        faults.push(`entry ${n}: not what was sent`);
    }
    const numbers = new Map(log.map((entry) => [keyOf(entry.outbox ?? '', entry.outboxSeq ?? 0), entry.n]));
    for (const [key, n] of this.acknowledged)
      if (numbers.get(key) !== n) faults.push(`${key} was acknowledged as ${n} and is not there`);
    return faults;
  }

  /** Gestures that the page has tried to send and that the log lacks. */
  missing(dataDir: string, candidate: string): string[] {
    const there = new Set(
      readLog(dataDir, candidate).map((entry) => keyOf(entry.outbox ?? '', entry.outboxSeq ?? 0))
    );
    return [...this.sent.keys()].filter((key) => !there.has(key));
  }
}
