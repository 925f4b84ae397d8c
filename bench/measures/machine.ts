import { mkdtempSync, openSync, closeSync, fdatasyncSync, rmSync, writeSync } from 'node:fs';
import { createServer, request, Agent } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { figure, percentile, type Figure } from '../figures';

const BYTES = 2_000;
const ROUNDS = 400;

/** What this machine takes for the bare operations of an append, ms: 50th and 99th percentile. */
export interface MachineLimits {
  readonly fsync: readonly [p50: number, p99: number];
  readonly loopback: readonly [p50: number, p99: number];
}

/** Times appends of 2 kB followed by fdatasync, in the folder where the database will be. */
function fsyncTimes(folder: string): number[] {
  const own = mkdtempSync(join(folder, 'fsync-'));
  const file = openSync(join(own, 'log'), 'a');
  const bytes = Buffer.alloc(BYTES, 'a');
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    writeSync(file, bytes);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(own, { recursive: true });
  return times;
}

/** Times POSTs of 2 kB to a server of this process that answers at once. */
async function loopbackTimes(): Promise<number[]> {
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.on('end', () => answer.end('{"ns":[1],"wall":0}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const agent = new Agent({ keepAlive: true });
  const body = 'a'.repeat(BYTES);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await new Promise<void>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, method: 'POST', agent }, (answer) => {
        answer.resume();
        answer.on('end', resolve);
      });
      asked.on('error', reject);
      asked.end(body);
    });
    times.push(performance.now() - start);
  }
  agent.destroy();
  server.close();
  return times;
}

/** Measures the machine itself. */
export async function machineLimits(folder: string): Promise<MachineLimits> {
  const fsync = fsyncTimes(folder);
  const loopback = await loopbackTimes();
  const both = (times: number[]) => [percentile(times, 50), percentile(times, 99)] as const;
  return { fsync: both(fsync), loopback: both(loopback) };
}

/** The same as figures. */
export const machineFigures = ({ fsync, loopback }: MachineLimits): readonly Figure[] => [
  figure('machine-fsync-2kb-p50', fsync[0], 'ms'),
  figure('machine-fsync-2kb-p99', fsync[1], 'ms'),
  figure('machine-loopback-2kb-p50', loopback[0], 'ms'),
  figure('machine-loopback-2kb-p99', loopback[1], 'ms')
];
