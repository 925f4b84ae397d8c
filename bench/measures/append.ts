import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { figure, percentile, type Figure } from '../figures';
import type { LoadOrder, LoadReport } from '../load/orders';
import type { Server } from '../world/server';
import { endRoom, startRoom } from '../world/seats';
import type { Room } from '../world/world';
import type { MachineLimits } from './machine';

const SAMPLE_MS = 500;

/** How long a load is played, ms. */
const WARM_UP_MS = 5_000;
const MEASURE_MS = 20_000;

async function play(order: LoadOrder): Promise<LoadReport> {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'bench/load/generator.ts'], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  child.stdin.end(JSON.stringify(order));
  return JSON.parse(await text(child.stdout)) as LoadReport;
}

/**
 * Acknowledgement of gestures of 2 kB, two a second and candidate, through the real endpoint, with everybody's stream and
 * heartbeat beside it. `memoryGoal` (MB) adds the most memory that the server held meanwhile.
 */
export async function append(
  server: Server,
  room: Room,
  goalMs: number,
  { fsync, loopback }: MachineLimits,
  memoryGoal: number | null
): Promise<readonly Figure[]> {
  const size = room.candidates.length;
  const seats = await startRoom(server.origin, room);
  let memory = 0;
  const sampler = setInterval(() => (memory = Math.max(memory, server.residentMb)), SAMPLE_MS);
  const report = await play({
    port: Number(new URL(server.origin).port),
    seats: seats.map(({ cookie, tab, n }) => ({ cookie, tab, n })),
    periodMs: 500,
    gestureBytes: 2_000,
    warmUpMs: WARM_UP_MS,
    measureMs: MEASURE_MS
  });
  clearInterval(sampler);
  await endRoom(server.origin, room);
  const { latencies, failures, unanswered, ownDelayP99 } = report;
  console.log(
    `  ${size} candidates: ${latencies.length} gestures, ${failures} failures, ${unanswered} unanswered, ` +
      `generator late by ${ownDelayP99.toFixed(1)} ms (p99)`
  );
  if (failures > 0) throw new Error(`load of ${size}: ${failures} failures`);
  const limit = (index: 0 | 1) => fsync[index] + loopback[index];
  return [
    figure(`append-${size}-p50`, percentile(latencies, 50), 'ms', null, limit(0)),
    figure(`append-${size}-p99`, percentile(latencies, 99), 'ms', goalMs, limit(1)),
    ...(memoryGoal === null ? [] : [figure(`server-memory-${size}`, memory, 'MB', memoryGoal)])
  ];
}
