import path from 'node:path';
import type { Plugin } from 'vite';

const WORKER_URL = /new URL\(\s*(['"])(?<worker>\.[^'"]*-(?:worker|process)\.ts)\1\s*,\s*import\.meta\.url\s*\)/g;

/**
 * Lets bundled code find what lies beside its sources. A thread named by `new URL('./x-worker.ts', import.meta.url)`
 * or a process named by `…-process.ts` becomes a file of its own next to the bundle; any other `import.meta.url` still means the place of the source, so that
 * `../../assets` is found from the bundle as it was before.
 */
export function placeOfSource(root: string, outDir: string): Plugin {
  return {
    name: 'place-of-source',
    transform(code, id) {
      if (!code.includes('import.meta.url') || id.includes('/node_modules/')) return null;
      const withThreads = code.replaceAll(WORKER_URL, (_all, _quote, worker: string) => {
        const fileName = `${path.basename(worker, '.ts')}.mjs`;
        this.emitFile({ type: 'chunk', id: path.resolve(path.dirname(id), worker), fileName });
        return `new URL('./${fileName}', import.meta.__bundle)`;
      });
      const source = path.posix.join(path.relative(outDir, root), path.relative(root, id));
      const there = `new URL(${JSON.stringify(source)}, import.meta.url).href`;
      return {
        code: withThreads.replaceAll('import.meta.url', there).replaceAll('import.meta.__bundle', 'import.meta.url'),
        map: null,
      };
    },
  };
}
