import { fork, type ChildProcess } from 'node:child_process';
import type { Errand } from './exam-errands';

const FILE = new URL('./exam-node.ts', import.meta.url).pathname;

interface Answer {
  readonly id: number;
  readonly fault: string | null;
}

/** Several nodes in processes of their own, each with its memory and its connections. */
export class ExamNodes {
  readonly #waiting = new Map<number, (fault: string | null) => void>();
  #next = 0;
  #dead = false;
  /** Errands that failed: the browser tries again. */
  faults = 0;

  private constructor(private readonly children: readonly ChildProcess[]) {
    for (const child of children) {
      child.on('exit', () => {
        for (const answer of this.#waiting.values()) answer('a node has died');
        this.#dead = true;
      });
      child.on('message', ({ id, fault }: Answer) => {
        this.#waiting.get(id)?.(fault);
        this.#waiting.delete(id);
      });
    }
  }

  /** Starts `count` processes; resolves when all have opened the database. */
  static async start(count: number, databaseUrl: string): Promise<ExamNodes> {
    const children = Array.from({ length: count }, () =>
      fork(FILE, [databaseUrl], {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc']
      })
    );
    await Promise.all(
      children.map(
        (child) =>
          new Promise<void>((resolve, reject) => {
            child.once('message', () => resolve());
            child.once('exit', () => reject(new Error('a node did not start')));
          })
      )
    );
    return new ExamNodes(children);
  }

  get size(): number {
    return this.children.length;
  }

  /** Asks a node; then, as a browser does, another one until one has acknowledged. */
  async deliver(errand: Errand, node: number): Promise<void> {
    for (let tries = 0; tries < 40 && !this.#dead; tries++) {
      const fault = await this.#ask(this.children[(node + tries) % this.size]!, errand);
      if (fault === null) return;
      this.faults += 1;
    }
    throw new Error('no node has acknowledged');
  }

  #ask(child: ChildProcess, errand: Errand): Promise<string | null> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, resolve);
      child.send({ ...errand, id }, (error) => error && reject(error));
    });
  }

  async stop(): Promise<void> {
    const left = this.children
      .filter(({ exitCode }) => exitCode === null)
      .map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of this.children) if (child.connected) child.disconnect();
    await Promise.all(left);
  }
}
