/* `npm test`: everything that must hold, on a fresh machine. One failing part fails the whole; the last line counts. */
import { ensureBuild, ensureDependencies, NODE, run, ROOT } from './prepare.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';

const RESULTS = join(ROOT, '.cache/test');
const tool = (path, ...args) => [NODE, [join('node_modules', path), ...args]];
const totals = { passed: 0, failed: 0 };

/** Runs one part, prints what it said when it fails, and adds to the totals. */
async function part(name, [command, args], { env = {}, count } = {}) {
  const started = performance.now();
  const { code, output } = await run(command, args, { quiet: true, env });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  console.log(
    `${code === 0 ? '✓' : '✗'} ${name} — ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`
  );
  if (code !== 0) console.log(output);
}

const report = (file) => JSON.parse(readFileSync(join(RESULTS, file), 'utf8'));
const vitestCount = () => {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = report('unit.json');
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
};
const playwrightCount = () => {
  const { expected, flaky, unexpected } = report('e2e.json').stats;
  return { passed: expected + flaky, failed: unexpected };
};

await ensureDependencies();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const chromium = await ensureChromium();
await run(...tool('@sveltejs/kit/svelte-kit.js', 'sync'), { quiet: true });

const style = async () => {
  await part('format', tool('prettier/bin/prettier.cjs', '--check', '.'));
  await part('lint', tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'));
  await part(
    'types',
    tool('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings')
  );
};
const unit = () =>
  part(
    'unit and architecture',
    tool(
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${join(RESULTS, 'unit.json')}`
    ),
    { count: vitestCount }
  );
await Promise.all([style(), unit()]);

try {
  await ensureBuild();
  await part('journeys in Chromium', tool('@playwright/test/cli.js', 'test'), {
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: join(RESULTS, 'e2e.json') },
    count: playwrightCount
  });
} catch (error) {
  totals.failed += 1;
  console.log(error instanceof Error ? error.message : error);
}

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
