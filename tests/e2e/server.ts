import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PORTS = { first: 5270, count: 30 };
const READY_MS = 30_000;
/** Everybody of the demonstration, by the names of `demo-codes.json`. */
export type DemoPerson =
  'candidat-1' | 'candidat-2' | 'candidat-3' | 'surveillant' | 'jure-1' | 'jure-2' | 'responsable' | 'auteur';

/** A real server process on a free loopback port, with its own data, that a journey may kill and start again. */
export class PlateauServer {
  readonly url: string;
  /** Everything that the process has printed, over all its lives. */
  output = '';
  #process: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    readonly mode: 'demo' | 'centre'
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts a server on fresh data; resolves when it answers. */
  static async start(mode: 'demo' | 'centre' = 'demo'): Promise<PlateauServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'plateau-e2e-'));
    const server = new PlateauServer(await freePort(), dataDir, mode);
    await server.boot();
    return server;
  }

  /** Starts the process on the same data and port; resolves when it answers. */
  async boot(): Promise<void> {
    // No LibreOffice on this path: pages are typeset in the program, as on a fresh machine.
    const PATH = dirname(process.execPath);
    const env = { ...process.env, PATH, PORT: String(this.port), HOST: '127.0.0.1', DATA_DIR: this.dataDir };
    const child = spawn(process.execPath, ['src/cli/serve.mjs'], {
      cwd: ROOT,
      env: { ...env, PLATEAU_MODE: this.mode, ORIGIN: '', DATABASE_URL: '', NODE_ENV: 'production' }
    });
    this.#process = child;
    const hear = (chunk: Buffer) => (this.output += chunk.toString('utf8'));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const deadline = performance.now() + READY_MS;
    while (!(await this.#answers())) {
      if (child.exitCode !== null || performance.now() > deadline)
        throw new Error(`The server did not start:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** `kill -9`: nothing is finished, nothing is flushed. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Ends the process and forgets its data. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Access codes of the demonstration. */
  async codes(): Promise<Readonly<Record<DemoPerson, string>>> {
    return JSON.parse(await readFile(join(this.dataDir, 'demo-codes.json'), 'utf8')) as Record<
      DemoPerson,
      string
    >;
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/healthz`)).ok;
    } catch {
      return false;
    }
  }
}

/** The first port of the range on which nothing listens, looked for from a place that differs between processes. */
async function freePort(): Promise<number> {
  for (let tried = 0; tried < PORTS.count; tried += 1) {
    const port = PORTS.first + ((process.pid + tried) % PORTS.count);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${PORTS.first} to ${PORTS.first + PORTS.count - 1}`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
