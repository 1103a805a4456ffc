import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { writeBundle } from '../../../contract/catalogue/bundle.ts';
import { checkManifest } from '../../../contract/catalogue/check-entries.ts';
import { buildBundle } from '../making/build-bundle.ts';
import type { Output } from '../output.ts';
import { bundleFile } from '../reading/read-built.ts';
import { summaryOf } from '../summary.ts';
import { tellFaults } from './tell-faults.ts';

/** Builds `dir/catalogue.jsonl`. If anything is wrong the file that is there stays as it is. Answers the exit code. */
export function buildCommand(dir: string, { out, err }: Output): number {
  const built = buildBundle(dir);
  if (!built.ok) {
    tellFaults(built.error, err);
    return 1;
  }
  const file = bundleFile(dir);
  const before = existsSync(file) ? aboutOf(readFileSync(file, 'utf8')) : undefined;
  const now = aboutOf(built.value.bundle.manifest);
  writeFileSync(`${file}.new`, writeBundle(built.value.bundle));
  renameSync(`${file}.new`, file);
  for (const line of summaryOf(built.value)) out(line);
  out(`written: ${file}`);
  if (before && now && before.version === now.version && before.entries !== now.entries) {
    out(
      `the contents have changed and the version is still ${now.version}: raise it in source/catalogue.json before it is published`,
    );
    out(`内容变了，版本号还是 ${now.version}：发布前请在 source/catalogue.json 里加一`);
  }
  return 0;
}

/** What the first line of a bundle says of it; a file that is none says nothing. */
function aboutOf(text: string): { readonly version: number; readonly entries: string } | undefined {
  const manifest = checkManifest(text.split('\n', 1)[0] ?? '');
  return manifest.ok ? { version: manifest.value.version, entries: JSON.stringify(manifest.value.entries) } : undefined;
}
