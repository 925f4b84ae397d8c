/* The load, in a process of its own: reads a `LoadOrder` on its input, plays it, prints a `LoadReport`. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { SimulatedCandidate } from './candidate';
import type { LoadOrder, LoadReport } from './orders';

/** What may still be on its way when the measure ends, ms. */
const GRACE_MS = 5_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const order = JSON.parse(await text(process.stdin)) as LoadOrder;
const candidates = order.seats.map((seat, index) => new SimulatedCandidate(order, seat, index));
await Promise.all(candidates.map((candidate) => candidate.join()));

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const start = performance.now();
const countFrom = start + order.warmUpMs;
const end = countFrom + order.measureMs;
await Promise.all(
  candidates.map(async (candidate, index) => {
    // Spread over the period, as candidates are.
    let due = start + (order.periodMs * index) / candidates.length;
    for (; due < end; due += order.periodMs) {
      await pause(Math.max(0, due - performance.now()));
      candidate.gesture(due, due >= countFrom);
    }
  })
);
delay.disable();
await pause(GRACE_MS);

const now = performance.now();
const waits = candidates.flatMap(({ unanswered }) => unanswered.map((due) => now - due));
const report: LoadReport = {
  latencies: [...candidates.flatMap(({ latencies }) => latencies), ...waits],
  failures: candidates.reduce((sum, { failures }) => sum + failures, 0),
  unanswered: waits.length,
  ownDelayP99: delay.percentile(99) / 1e6
};
process.stdout.write(JSON.stringify(report), () => process.exit(0));
