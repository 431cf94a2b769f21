import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The views by themselves, over a meeting in memory: for screenshots and for the checks of accessibility. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { dedupe: ['yjs', 'lexical', 'react', 'react-dom'] },
  server: { fs: { allow: [resolve(import.meta.dirname, '../..')] } },
  build: { outDir: resolve(import.meta.dirname, '../../out/stage'), emptyOutDir: true, reportCompressedSize: false },
});
