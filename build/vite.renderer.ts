import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

/**
 * The renderer, for every host: served by the relay to browsers and by `app://bundle/` to the desktop window.
 * Addresses in it are relative, and the target is Vite's default rather than Electron's Chromium, because observers
 * bring their own browsers.
 */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react()],
  resolve: { dedupe: ['yjs', 'lexical', 'react', 'react-dom'] },
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    // A data: address would have to be allowed by the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: { format: 'es' },
});
