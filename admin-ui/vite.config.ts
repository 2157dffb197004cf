import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The console is served by the API under a strict content security policy: everything is a file of its own from the
 * same origin (no inlined assets, no inline scripts), so nothing has to be excepted.
 */
export default defineConfig({
  root: source('.'),
  base: '/',
  plugins: [react()],
  resolve: {
    alias: {
      '@coinwarden/domain': source('../libs/domain/src/index.ts'),
      '@coinwarden/contracts': source('../libs/contracts/src/index.ts'),
    },
  },
  build: {
    outDir: source('./dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1_200,
    // The libraries only declare: whatever the console does not name is left out of it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/libs\/(domain|contracts)\//, sideEffects: false }] },
    },
  },
  server: {
    proxy: { '/staff': process.env['API_URL'] ?? 'http://127.0.0.1:3000' },
  },
});
