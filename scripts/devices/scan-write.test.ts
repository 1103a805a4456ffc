import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeDevices } from './scan-write.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-write-'));
  file = join(folder, 'kiosk.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const transport = { kind: 'serial', path: '/dev/serial/by-id/usb-reader', baudRate: 115200 };
const idCard = { driver: 'sdt', transport };
const ups = { driver: 'nut', ups: 'kiosk' };
const COMMENTED = `{
    // who we are
    "kiosk": { "id": "310120-0042" }, /* kept */
    "devices": {
        // the UPS under the floor
        "ups": { "driver": "nut", "ups": "kiosk", "pollIntervalMs": 5000 }, // slow on purpose
    },
}
`;

it('changes one key; comments, order and everything else stay, and the file as it was is kept', async () => {
  await writeFile(file, COMMENTED);
  expect(await writeDevices(file, { idCard, ups }, false)).toEqual({
    ok: true,
    value: { added: ['idCard'], kept: ['ups'], refused: [] },
  });
  const text = await readFile(file, 'utf8');
  for (const kept of [
    '// who we are',
    '/* kept */',
    '// the UPS under the floor',
    '"pollIntervalMs": 5000 }',
    '// slow on purpose',
  ]) {
    expect(text).toContain(kept);
  }
  expect(text).toContain('// slow on purpose\n        "idCard": {\n            "driver": "sdt"');
  expect(text.replace(/\n {8}"idCard": \{[\s\S]*?\n {8}\},/, '')).toBe(COMMENTED);
  expect(await readFile(`${file}.before`, 'utf8')).toBe(COMMENTED);
});

it('an entry that is another device is refused; --replace puts the new one in its place', async () => {
  await writeFile(file, COMMENTED);
  const other = { driver: 'nut', ups: 'rack' };
  expect(await writeDevices(file, { ups: other }, false)).toMatchObject({ value: { refused: ['ups'], added: [] } });
  expect(await readFile(file, 'utf8')).toBe(COMMENTED);
  expect(await writeDevices(file, { ups: other }, true)).toMatchObject({ value: { refused: [], added: ['ups'] } });
  expect(await readFile(file, 'utf8')).toMatch(/the UPS under the floor[\s\S]*"rack"/);
});

it('what a technician filled in stays: the same driver at the same port is the same device, defaults counted', async () => {
  const tuned = { driver: 'sdt', transport: { kind: 'serial', path: transport.path }, continuousReading: 'once' };
  await writeFile(file, JSON.stringify({ devices: { idCard: tuned } }));
  expect(await writeDevices(file, { idCard }, false)).toMatchObject({ value: { kept: ['idCard'], refused: [] } });
});

it('a file without devices gets them', async () => {
  await writeFile(file, '{\r\n  "kiosk": {}\r\n}\r\n');
  expect(await writeDevices(file, { idCard }, false)).toMatchObject({ value: { added: ['idCard'] } });
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toEqual({ kiosk: {}, devices: { idCard } });
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

it.each([
  ['no JSON', '{ "devices": { '],
  ['no object', '[1]'],
  ['something else in it is not valid', '{ "devices": { "scanner": { "driver": "what" } } }'],
])('%s: a sentence, and the file is untouched', async (_, content) => {
  await writeFile(file, content);
  expect(await writeDevices(file, { idCard }, false)).toEqual({ ok: false, error: expect.stringContaining(file) });
  expect(await readFile(file, 'utf8')).toBe(content);
});

it('there is no such file', async () => {
  expect(await writeDevices(file, { idCard }, false)).toEqual({ ok: false, error: `${file} cannot be read (ENOENT)` });
});
