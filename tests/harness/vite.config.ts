import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const port = Number(process.env.HARNESS_PORT ?? 5999);

/** A page that mounts one application's window on the memory port: for looking at a window, and for tests of windows. */
export default defineConfig({
  root,
  publicDir: fileURLToPath(new URL('../../static', import.meta.url)),
  cacheDir: `/tmp/plateau-harness-${port}`,
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
  server: { host: '127.0.0.1', port, strictPort: true, fs: { strict: false }, hmr: false, watch: null }
});
