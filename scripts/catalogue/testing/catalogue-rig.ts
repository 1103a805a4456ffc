import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBundle, readBundle, writeBundle } from '../../../contract/catalogue/bundle.ts';
import type { Manifest } from '../../../contract/catalogue/manifest.ts';
import { run } from '../run.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
export const OWN = join(ROOT, 'assets', 'catalogue');
const GUIDE = join(ROOT, 'docs', 'adding-an-item.md');

/** The item of the guide, as a technician copies it out of there. */
export function workedExample(): string {
  const text = /```json\n(?<item>.*?)\n```/s.exec(readFileSync(GUIDE, 'utf8'))?.groups?.item;
  if (text === undefined) throw new Error('docs/adding-an-item.md has no example');
  return text;
}

/** A built catalogue with a few of the items, for tests that would wait for all of them again and again. */
export function writeSmallCatalogue(dir: string): string {
  const { manifest, texts } = readBundle(readFileSync(join(OWN, 'catalogue.jsonl'), 'utf8'));
  const { entries, ...about }: Manifest = JSON.parse(manifest);
  const kept = entries.filter(({ kind, id }) => {
    if (kind === 'item') return id.startsWith('310011') || id.endsWith('000101');
    return kind !== 'phrase' && kind !== 'profile';
  });
  const small = join(dir, 'small');
  mkdirSync(small);
  const bundle = makeBundle(
    about,
    kept.map(({ kind, id, digest }) => ({ kind, id, text: texts.get(digest) ?? '' })),
  );
  writeFileSync(join(small, 'catalogue.jsonl'), writeBundle(bundle));
  return small;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own; and the command, as it is called by a technician who stands in the project. */
export function openRig() {
  const dir = mkdtempSync(join(tmpdir(), 'tongban-catalogue-'));
  return {
    dir,
    write(name: string, content: string | Uint8Array): string {
      const file = join(dir, name);
      writeFileSync(file, content);
      return file;
    },
    /** A copy of the whole catalogue, sources and all. */
    copyCatalogue(): string {
      const copy = join(dir, 'catalogue');
      cpSync(OWN, copy, { recursive: true });
      return copy;
    },
    async run(...args: string[]): Promise<Ran> {
      const lines: { out: string[]; err: string[] } = { out: [], err: [] };
      const code = await run(args, { out: (line) => lines.out.push(line), err: (line) => lines.err.push(line) });
      return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
    },
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}
