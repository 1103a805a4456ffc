import { statSync } from 'node:fs';
import { type CheckedFile, checkAlone, checkAmong } from '../checking/check-file.ts';
import { checkFolder, isCatalogueFolder } from '../checking/check-folder.ts';
import { fineText } from '../checking/fine-text.ts';
import { buildBundle } from '../making/build-bundle.ts';
import type { Output } from '../output.ts';
import type { Fault } from '../reading/fault.ts';
import { readBuilt } from '../reading/read-built.ts';
import { summaryOf } from '../summary.ts';
import { tellFaults } from './tell-faults.ts';

export interface CheckOptions {
  /** The catalogue that a file is for. */
  readonly catalogue: string;
  readonly json: boolean;
}

/** Checks a file, a folder of files, or a whole catalogue with its sources. Answers the exit code. */
export function checkCommand(path: string, { catalogue: dir, json }: CheckOptions, output: Output): number {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder && isCatalogueFolder(path)) {
    const built = buildBundle(path);
    if (built.ok) return tell([], [`${path} is fine: ${summaryOf(built.value).slice(1, 2).join()}`], json, output);
    return tell(built.error, [], json, output);
  }
  const built = readBuilt(dir);
  if (!built.ok) {
    output.err(built.error);
    return 1;
  }
  const { entries } = built.value;
  const checked: CheckedFile[] = isFolder
    ? checkFolder(path, entries)
    : [checkAmong(checkAlone(path, entries), entries, [])];
  const fine = checked.flatMap(({ file, entry }) => (entry ? [fineText(file, entry)] : []));
  return tell(
    checked.flatMap(({ faults }) => faults),
    fine,
    json,
    output,
  );
}

function tell(faults: readonly Fault[], fine: readonly string[], json: boolean, { out, err }: Output): number {
  if (json) {
    out(JSON.stringify({ fine, faults }, null, 2));
  } else {
    for (const line of fine) out(line);
    if (faults.length > 0) tellFaults(faults, err);
  }
  return faults.length === 0 ? 0 : 1;
}
