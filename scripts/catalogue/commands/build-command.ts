import { renameSync, writeFileSync } from 'node:fs';
import { writeBundle } from '../../../contract/catalogue/bundle.ts';
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
  writeFileSync(`${file}.new`, writeBundle(built.value.bundle));
  renameSync(`${file}.new`, file);
  for (const line of summaryOf(built.value)) out(line);
  out(`written: ${file}`);
  return 0;
}
