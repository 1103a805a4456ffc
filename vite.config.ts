import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Four pages: the kiosk's, the staff's for a second screen, the gallery of all screens, the developer's dock. Nothing
 * inline, because the core's content security policy allows only its own files.
 */
export default defineConfig({
  root: 'renderer',
  // Relative, because the dock is served by another server than the page.
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index', 'staff', 'gallery', 'dock'].map((page) => `renderer/${page}.html`) },
  },
});
