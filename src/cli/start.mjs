/* `npm start` (mode demo) and `npm run serve` (mode centre): prepares the clone, then runs the server until it is told to stop. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild, ensureDependencies, NODE, ROOT } from './prepare.mjs';

const mode = process.argv[2] === 'centre' ? 'centre' : 'demo';

try {
  await ensureDependencies();
  await ensureBuild();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const server = spawn(NODE, [join(ROOT, 'src/cli/serve.mjs')], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, PLATEAU_MODE: mode }
});
// Ctrl-C reaches the server by itself in a terminal; a supervisor signals this process alone.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
