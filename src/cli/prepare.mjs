/* Brings a clone to the point where it can run: dependencies, then the build. Plain JavaScript without any dependency,
   because it runs before there are any, on the machine's own Node (20.19 or later). */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCK_STAMP = join(ROOT, 'node_modules/.plateau-lock');
const BUILD_STAMP = join(ROOT, 'build/.plateau-source');
const BUILD_INPUTS = [
  'src',
  'static',
  'docs/guides',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json'
];

/** The Node that Plateau runs on: the one its own dependencies bring. */
export const NODE = join(ROOT, 'node_modules/node/bin/node');

/** Runs a command, its output on ours unless `quiet`; resolves with its exit code. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env }
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    let names;
    try {
      names = readdirSync(full);
    } catch {
      hash.update(path).update(readFileSync(full));
      return;
    }
    for (const name of names.sort()) visit(`${path}/${name}`);
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

const stamped = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;

/** Installs the dependencies of the lock file, unless they are there already. */
export async function ensureDependencies() {
  const wanted = hashOf(['package-lock.json']);
  if (stamped(LOCK_STAMP, wanted) && existsSync(NODE)) return;
  console.log('Installation des composants (une seule fois, environ une minute)…');
  // Not `npm ci`: it refuses a lock file that lacks the native packages of platforms a registry does not hold. Versions
  // still come from the lock file, which `--no-save` leaves as it is.
  const { code, output } = await run(
    'npm',
    ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      quiet: true
    }
  );
  if (code !== 0) throw new Error(`L’installation a échoué.\n${output}`);
  writeFileSync(LOCK_STAMP, wanted);
}

/** Builds the product, unless the build is that of these very sources. */
export async function ensureBuild() {
  const wanted = hashOf(BUILD_INPUTS);
  if (stamped(BUILD_STAMP, wanted)) return;
  console.log('Construction de Plateau (environ une minute)…');
  const { code, output } = await run(NODE, ['node_modules/vite/bin/vite.js', 'build'], { quiet: true });
  if (code !== 0) throw new Error(`La construction a échoué.\n${output}`);
  writeFileSync(BUILD_STAMP, wanted);
}
