import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  // Several dev servers may run side by side, each with its own cache.
  cacheDir: process.env.VITE_CACHE_DIR ?? 'node_modules/.vite',
  server: { watch: process.env.VITE_NO_WATCH ? null : undefined },
  build: { chunkSizeWarningLimit: 1500 },
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
});
