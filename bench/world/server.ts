import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** The built product in a process of its own, as `npm start` runs it. */
export class Server {
  readonly #child: ChildProcess;

  private constructor(
    readonly origin: string,
    child: ChildProcess
  ) {
    this.#child = child;
  }

  /** Starts on a free port of the loopback (or on `BENCH_PORT`) and waits until it answers. */
  static async start(dataDir: string): Promise<Server> {
    const port = Number(process.env.BENCH_PORT ?? (await freePort()));
    const child = spawn(process.execPath, ['src/cli/serve.mjs'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, PLATEAU_MODE: 'demo' }
    });
    const server = new Server(`http://127.0.0.1:${port}`, child);
    const until = performance.now() + 60_000;
    while (!(await server.#answers())) {
      if (child.exitCode !== null || performance.now() > until) throw new Error('the server did not start');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return server;
  }

  /** Resident memory of the server process, in MB. */
  get residentMb(): number {
    const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'));
    return Number(match?.[1]) / 1024;
  }

  /** Ends the process at once, without waiting. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`${this.origin}/healthz`).catch(() => null);
    return response?.ok ?? false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
