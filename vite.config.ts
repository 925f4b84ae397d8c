import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** What the graph of modules says of one of them. */
interface Imports {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** What a desk needs before any window is opened: these two, and all they import. */
const DESK_ENTRIES = /\/routes\/\(poste\)\/poste\/(?:\+page|Exam)\.svelte$/;
/** The framework, which every page has. */
const BASE =
  /\/node_modules\/(?:svelte|@sveltejs\/kit|devalue|esm-env|clsx)\/|\/routes\/\+layout\.svelte|vite\/preload-helper/;
/** What names the windows. A chunk of its own that the page asks for: SvelteKit links the styles of what the first chunk imports. */
const WINDOWS = /\/poste\/Exam\.svelte$|\/src\/lib\/apps\/(?:[\w-]+\/)?manifests?\.ts$/;
/** What the desk shares with the staff's pages. */
const SHARED = /\/node_modules\/(?:@lucide|valibot)\/|\/src\/lib\/(?:ui|kernel|log|sessions)\//;

/** Modules of the desk's first load, and those that are not: each is looked at once. */
const needed = new Map<string, boolean>();
function isNeeded(id: string, graph: Imports): boolean {
  const known = needed.get(id);
  if (known !== undefined) return known;
  // While its importers are looked at, a module of an import cycle does not count for itself.
  needed.set(id, false);
  const answer =
    DESK_ENTRIES.test(id) || (graph.getModuleInfo(id)?.importers.some((by) => isNeeded(by, graph)) ?? false);
  needed.set(id, answer);
  return answer;
}

/**
 * The desk's first load in a few files: a request costs more than most modules. The windows keep files of their own. First
 * come those that the others stand on: a chunk takes what its modules import, unless it has been taken.
 */
const chunks = (
  [
    ['base', (id) => BASE.test(id)],
    ['shared', (id) => SHARED.test(id)],
    ['desk', (id) => !WINDOWS.test(id)],
    ['windows', () => true]
  ] satisfies [string, (id: string) => boolean][]
).map(([name, holds], index) => ({
  priority: 4 - index,
  name: (id: string, graph: Imports) => {
    if (!holds(id) || (name !== 'base' && (id.endsWith('.css') || !isNeeded(id, graph)))) return null;
    return name;
  }
}));

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sveltekit()],
  // Several dev servers may run side by side, each with its own cache.
  cacheDir: process.env.VITE_CACHE_DIR ?? 'node_modules/.vite',
  server: { watch: process.env.VITE_NO_WATCH ? null : undefined },
  build: {
    chunkSizeWarningLimit: 1500,
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups: chunks } } }
  },
  test: {
    expect: { requireAssertions: true },
    // A slow machine is not a failure: limits of time belong to the bench.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/{architecture,replay,builders}/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts']
        }
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'browser', environment: 'jsdom', include: ['src/**/*.svelte.test.ts'] }
      }
    ]
  }
}));
