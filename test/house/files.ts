import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Files that belong to the project: tracked by git, or new and not ignored. Paths from the project's folder. */
export function projectFiles(): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT })
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}

export const readProjectFile = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

export const isSource = (file: string): boolean => /\.(ts|tsx|mjs|css)$/.test(file);

export const isText = (file: string): boolean =>
  /\.(ts|tsx|mjs|css|html|json|md|yml|yaml|svg|c|txt|sh)$/.test(file) || file === '.ci/run' || file === '.npmrc';
