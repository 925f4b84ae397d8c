/* `npm run bench`: prepares the clone, then measures. Names of measures as arguments run only those, and keep results.json. */
import { spawn } from 'node:child_process';
import { ensureChromium } from '../src/cli/chromium.mjs';
import { ensureBuild, ensureDependencies, NODE, ROOT, run } from '../src/cli/prepare.mjs';

try {
  await ensureDependencies();
  await run(NODE, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], { quiet: true });
  await ensureBuild();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const child = spawn(NODE, ['node_modules/tsx/dist/cli.mjs', 'bench/main.ts', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: await ensureChromium() }
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
