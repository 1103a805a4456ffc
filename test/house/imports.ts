import path from 'node:path';

export interface Import {
  /** As written: `../contract/screen.ts`, `node:fs`, `react`. */
  readonly from: string;
  /** `import type`, `export type … from`: gone at run time. */
  readonly typeOnly: boolean;
}

const STATEMENT =
  /^[ \t]*(?:import|export)(?<type>\s+type\b(?!\s*(?:from\b|,)))?(?:[\s\w$*{},]*?\sfrom)?\s*(?<quote>['"])(?<from>[^'"\n]+)\k<quote>/gm;
const CALL = /\b(?:import|require)\(\s*(?<quote>['"`])(?<from>[^'"`\n]+)\k<quote>/g;
const MOCK_TYPE = /\btypeof\s+import\(\s*['"][^'"]+['"]\s*\)/g;

/** Every import of a TypeScript source: static, re-exported, dynamic. Comments are left out; texts may be seen as imports. */
export function importsOf(source: string): Import[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;{}(])\/\/[^\n]*/g, '$1')
    .replace(MOCK_TYPE, '');
  const statements = [...code.matchAll(STATEMENT)].map((match) => ({
    from: match.groups?.from ?? '',
    typeOnly: match.groups?.type !== undefined,
  }));
  const calls = [...code.matchAll(CALL)].map((match) => ({ from: match.groups?.from ?? '', typeOnly: false }));
  return [...statements, ...calls];
}

/** The parts of the house, from the most particular to the most general. */
const PARTS = ['main/shell', 'contract', 'native', 'main', 'renderer', 'center', 'scripts', 'test'] as const;
type Part = (typeof PARTS)[number];

const MAY_IMPORT: Readonly<Record<Part, readonly Part[]>> = {
  contract: ['contract'],
  native: ['contract', 'native'],
  'main/shell': ['main/shell'],
  main: ['contract', 'native', 'main', 'main/shell'],
  renderer: ['contract', 'renderer'],
  center: ['contract', 'center'],
  scripts: PARTS,
  test: PARTS,
};

/** Types that may cross a wall: the page is checked against the core's router, but holds none of its code. */
const TYPES_ONLY: Readonly<Partial<Record<Part, readonly string[]>>> = { renderer: ['main/core/api/router.ts'] };

const partOf = (file: string): Part | undefined => PARTS.find((part) => file.startsWith(`${part}/`));

/** What is wrong with the imports of one file (path from the project's folder); empty: nothing. */
export function importFaults(file: string, source: string): string[] {
  const part = partOf(file);
  if (!part) return [];
  const isTest = /\.test\.tsx?$/.test(file);
  return importsOf(source).flatMap(({ from, typeOnly }) => {
    const fault = from.startsWith('.')
      ? ownFault(part, path.posix.join(path.posix.dirname(file), from), typeOnly)
      : packageFault(part, from, isTest);
    return fault === null ? [] : [`${file}: imports ${from}: ${fault}`];
  });
}

function ownFault(part: Part, target: string, typeOnly: boolean): string | null {
  const other = partOf(target);
  if (other === undefined) return target.startsWith('..') ? 'lies outside the project' : null;
  if (MAY_IMPORT[part].includes(other)) return null;
  if (TYPES_ONLY[part]?.includes(target)) return typeOnly ? null : 'only its types may be imported';
  return `${part} may not import ${other}`;
}

function packageFault(part: Part, name: string, isTest: boolean): string | null {
  if (name === 'electron' && part !== 'main/shell') return 'only main/shell touches electron';
  if (part !== 'main/shell' || name.startsWith('node:') || name === 'electron') return null;
  if (isTest && name === 'vitest') return null;
  return 'main/shell imports only itself, electron and what Node brings';
}
