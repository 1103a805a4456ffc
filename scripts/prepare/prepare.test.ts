import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

// prepare in a small project of its own: its real scripts, tools that only leave a trace, and no network.

const ROOT = path.resolve(import.meta.dirname, '../..');
let project: string;

const write = (file: string, text: string, mode = 0o644): void => {
  const full = path.join(project, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  chmodSync(full, mode);
};

const has = (file: string): boolean => existsSync(path.join(project, file));

const prepare = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/prepare.mjs', ...args], {
    cwd: project,
    // npm is a stand-in that notes how it was called.
    env: { PATH: `${path.join(project, 'bin')}:/usr/bin:/bin` },
    encoding: 'utf8',
    timeout: 30_000,
  });

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'tongban-prepare-'));
  cpSync(path.join(ROOT, 'scripts/prepare'), path.join(project, 'scripts/prepare'), { recursive: true });
  cpSync(path.join(ROOT, 'scripts/prepare.mjs'), path.join(project, 'scripts/prepare.mjs'));
  write('package.json', '{"type":"module"}');
  write('package-lock.json', '{}');
  write('vite.config.ts', '');
  write('renderer/main.tsx', 'one');
  write(
    'bin/npm',
    `#!/bin/sh
echo "$@" >> "${project}/npm-calls"
mkdir -p node_modules/node/bin node_modules/.bin node_modules/vite/bin
ln -sf ${process.execPath} node_modules/node/bin/node
cat > node_modules/vite/bin/vite.js <<'JS'
import { appendFileSync, mkdirSync } from 'node:fs';
mkdirSync('dist/renderer', { recursive: true });
appendFileSync('builds', 'x');
JS
`,
    0o755,
  );
});

afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

const count = (file: string): number =>
  has(file)
    ? execFileSync('cat', [path.join(project, file)], { encoding: 'utf8' })
        .trim()
        .split('\n').length
    : 0;
const builds = (): number =>
  has('builds') ? execFileSync('cat', [path.join(project, 'builds')], { encoding: 'utf8' }).length : 0;

test('what is missing is installed and built, once', () => {
  const first = prepare('build');
  expect(first.stderr).toContain('installing npm packages');
  expect(first.status).toBe(0);
  expect(first.stdout).toBe('');
  expect(has('node_modules/.bin/node')).toBe(true);
  const second = prepare('build');
  expect([second.status, second.stderr]).toEqual([0, '']);
  expect([count('npm-calls'), builds()]).toEqual([1, 1]);
});

test('a changed lock file installs again; a changed source builds again; a touched one does not', () => {
  prepare('build');
  write('package-lock.json', '{"lockfileVersion":3}');
  prepare('build');
  expect([count('npm-calls'), builds()]).toEqual([2, 2]);
  write('renderer/main.tsx', 'two');
  prepare('build');
  expect([count('npm-calls'), builds()]).toEqual([2, 3]);
  utimesSync(path.join(project, 'renderer/main.tsx'), 1, 1);
  expect(prepare('build').stderr).toBe('');
  expect(builds()).toBe(3);
});

test('no script of a package is run by npm, and the lock is not rewritten', () => {
  prepare('build');
  const call = execFileSync('cat', [path.join(project, 'npm-calls')], { encoding: 'utf8' });
  expect(call).toContain('--ignore-scripts');
  expect(call).toContain('--no-save');
});

test('npm fails: one plain sentence and exit code 1, and the next run tries again', () => {
  write('bin/npm', '#!/bin/sh\nexit 1\n', 0o755);
  const failed = prepare('build');
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain('Is there a network?');
  expect(failed.stderr).not.toContain('    at ');
  expect(has('node_modules/.tongban-prepared')).toBe(false);
});

test('a program that is missing and may not be installed: the command line to run is named', () => {
  const code = `
    process.getuid = () => 1000;
    const { prepareDebianPackages } = await import('./scripts/prepare/debian-packages.mjs');
    try {
      prepareDebianPackages([{ package: 'socat', files: ['/nowhere/socat'] }, { package: 'dash', files: ['/bin/sh'] }], '/nowhere/sudo');
    } catch (error) { process.stdout.write(error.constructor.name + ': ' + error.message); }`;
  write('without-sudo.mjs', code);
  const result = spawnSync(process.execPath, ['without-sudo.mjs'], {
    cwd: project,
    env: { PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
  });
  expect(result.stdout).toContain('PrepareFailed');
  expect(result.stdout).toContain('sudo apt-get install --no-install-recommends socat\n');
});

test('an unknown command is refused', () => {
  const result = prepare('fly');
  expect(result.status).toBe(2);
  expect(result.stderr).toContain('start, journey, bench, test');
});

const entry = `
  process.on('SIGTERM', () => process.exit(41));
  console.log(JSON.stringify(process.argv.slice(2)));
  if (process.argv.includes('wait')) setInterval(() => {}, 1000);
  else process.exit(7);`;

test('a command runs under the fetched Node with all arguments, and its exit code is passed on', () => {
  prepare('build');
  write('entry.ts', entry);
  write(
    'go.mjs',
    "import { prepareAndRun } from './scripts/prepare/run-node-24.mjs';\nprepareAndRun('build', 'entry.ts');\n",
  );
  const result = spawnSync(process.execPath, ['go.mjs', '--data', 'x y'], { cwd: project, encoding: 'utf8' });
  expect(result.stdout).toBe('["--data","x y"]\n');
  expect(result.status).toBe(7);
});

test('a signal to the outer process ends the inner one, and its exit code is passed on', async () => {
  prepare('build');
  write('entry.ts', entry);
  write(
    'go.mjs',
    "import { prepareAndRun } from './scripts/prepare/run-node-24.mjs';\nprepareAndRun('build', 'entry.ts');\n",
  );
  const child = spawn(process.execPath, ['go.mjs', 'wait'], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  expect(code).toBe(41);
});
