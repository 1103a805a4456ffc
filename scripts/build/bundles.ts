import path from 'node:path';
import { build } from 'vite';
import { placeOfSource } from './place-of-source.ts';

export interface Bundle {
  readonly entry: string;
  /** Folder below `dist/`, and the name of the file to run in it. */
  readonly folder: string;
  readonly file: string;
}

/** What runs under Node or Electron: our own sources, each in few files of its own folder. */
export const BUNDLES: readonly Bundle[] = [
  { entry: 'main/core/main.ts', folder: 'core', file: 'main.mjs' },
  { entry: 'main/shell/electron.ts', folder: 'shell', file: 'electron.mjs' },
];

/**
 * Bundles one entry into `root/dist`. Packages stay outside, beside the bundle in node_modules: some load native code,
 * some read files that lie next to them, and the packager brings all of them along.
 */
export async function buildBundle(bundle: Bundle, root: string): Promise<string> {
  const outDir = path.join(root, 'dist', bundle.folder);
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    ssr: { external: ['electron'] },
    plugins: [placeOfSource(root, outDir)],
    build: {
      ssr: path.join(root, bundle.entry),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      // Stack traces of a kiosk are read by people.
      minify: false,
      rolldownOptions: { output: { entryFileNames: bundle.file, chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return path.join(outDir, bundle.file);
}
