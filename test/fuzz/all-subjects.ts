import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FuzzSubject } from './subject.ts';

const FOLDER = join(import.meta.dirname, 'subjects');

const isSubject = (value: unknown): value is FuzzSubject =>
  typeof value === 'object' && value !== null && 'family' in value && 'decoder' in value && 'frame' in value;

/** Every subject that a file of `subjects/` exports, alone or in a list. */
export async function allSubjects(): Promise<readonly FuzzSubject[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(
    files.map((file) => import(join(FOLDER, file)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module).flat().filter(isSubject));
}
