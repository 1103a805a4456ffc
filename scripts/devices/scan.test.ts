import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cables, openCables } from '../../native/discovery/testing/cables.ts';
import { cardReaderAt, lockerAt, printerAt } from '../../native/discovery/testing/far-ends.ts';
import { SPECIMEN_CARD } from '../../native/idcard/simulator/hand-words.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const KIOSK = `{
  // 关港村
  "kiosk": { "id": "310120-0042", "site": "关港村党群服务站", "division": "310120" },
  "center": { "url": "http://127.0.0.1:9/" },
  "devices": {} // filled in by scan
}
`;

let cables: Cables;
let config: string;
const running: ChildProcessByStdio<null, Readable, Readable>[] = [];
beforeEach(async () => {
  cables = await openCables();
  config = join(cables.folder, 'kiosk.json');
  await writeFile(config, KIOSK);
});
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await cables.close();
});

interface Ended {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs the command line as a technician does; `onLine` is the technician's hand. */
async function devices(
  args: readonly string[],
  onLine: (line: string, end: () => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine(line, () => child.kill('SIGINT'));
    });
  }
  const [code] = await once(child, 'close');
  return { code: Number(code), lines };
}

it('a new machine: scan writes it down, and what was written works', async () => {
  const [reader, printer, locker] = await Promise.all(['reader', 'printer', 'locker'].map((name) => cables.open(name)));
  if (!reader || !printer || !locker) return expect.unreachable();
  const card = cardReaderAt(reader);
  const paper = printerAt(printer, 'epson');
  const cabinet = lockerAt(locker, 'kr-8a', { cells: 24 });

  const ports = [reader, printer, locker].flatMap(({ path }) => ['--port', path]);
  const scanned = await devices(['scan', '--config', config, '--write', '--addresses', '1', ...ports]);
  expect(scanned.code, scanned.lines.join('\n')).toBe(0);
  expect(cabinet.pulses()).toEqual([]);
  expect(paper.printed()).toBe(false);
  const written = await readFile(config, 'utf8');
  expect(written).toContain('// 关港村');
  expect(written).toContain('// filled in by scan');
  expect(await readFile(`${config}.before`, 'utf8')).toBe(KIOSK);

  const locked = await devices(['test', 'locker', '--config', config, '--cell', '3'], (line) => {
    if (line.includes('Close cell 3')) cabinet.close(3);
  });
  expect(locked, locked.lines.join('\n')).toMatchObject({ code: 0 });
  expect(cabinet.pulses()).toEqual([3]);

  expect(await devices(['test', 'receipt', '--config', config])).toMatchObject({ code: 0 });
  expect(paper.printed()).toBe(true);

  const read = await devices(['test', 'idCard', '--config', config], (line) => {
    if (line.includes('Lay an identity card')) card.putCard(SPECIMEN_CARD);
    if (line.includes('Take the card away')) card.takeCard();
  });
  expect(read, read.lines.join('\n')).toMatchObject({ code: 0 });

  const watched = await devices(['watch', 'locker', '--config', config], (line, end) => {
    if (line.includes('←')) end();
  });
  expect(watched.lines.some((line) => line.includes('→'))).toBe(true);
});

it('for programs: one object a line; a port that is not there, and an entry that is another device', async () => {
  const port = await cables.open('reader');
  cardReaderAt(port);
  const other = '"devices": { "idCard": { "driver": "sdt", "transport": { "kind": "serial", "path": "/dev/else" } } }';
  await writeFile(config, KIOSK.replace('"devices": {}', other));
  const missing = join(cables.folder, 'nothing');
  const args = ['scan', '--json', '--addresses', '1', '--port', port.path, '--port', missing];
  const { code, lines } = await devices([...args, '--write', '--config', config]);
  const said = lines.map((line): unknown => JSON.parse(line));
  expect(said).toContainEqual(
    expect.objectContaining({
      type: 'finding',
      finding: expect.objectContaining({ where: port.path, certainty: 'certain' }),
    }),
  );
  expect(said).toContainEqual(
    expect.objectContaining({ type: 'finding', finding: expect.objectContaining({ what: 'there is no such port' }) }),
  );
  expect(said).toContainEqual(
    expect.objectContaining({ type: 'suggestion', devices: { idCard: expect.objectContaining({ driver: 'sdt' }) } }),
  );
  expect(said).toContainEqual(expect.objectContaining({ type: 'refused', place: 'idCard' }));
  expect(code).toBe(1);
  expect(await readFile(config, 'utf8')).toContain('/dev/else');
});
