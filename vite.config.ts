import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** What the graph of modules says of one of them. */
interface Imports {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** What a desk needs before any window is opened: these two, and all they import. */
const DESK_ENTRIES = /\/routes\/\(poste\)\/poste\/(?:\+page|Exam)\.svelte$/;
/** The framework, which every page has. */
const BASE = /\/node_modules\/(?:svelte|@sveltejs\/kit|devalue|esm-env|clsx)\/|\/routes\/\+layout\.svelte/;
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

/** The desk's first load in a few files: a request costs more than most modules. Windows keep files of their own. */
function chunkOf(id: string, graph: Imports): string | null {
  if (BASE.test(id)) return 'base';
  if (id.endsWith('.css') || !isNeeded(id, graph)) return null;
  if (WINDOWS.test(id)) return 'windows';
  return SHARED.test(id) ? 'shared' : 'desk';
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sveltekit()],
  // Several dev servers may run side by side, each with its own cache.
  cacheDir: process.env.VITE_CACHE_DIR ?? 'node_modules/.vite',
  server: { watch: process.env.VITE_NO_WATCH ? null : undefined },
  build: {
    chunkSizeWarningLimit: 1500,
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups: [{ name: chunkOf }] } } }
  },
  test: {
    expect: { requireAssertions: true },
    // A slow machine is not a failure: limits of time belong to the bench.
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
