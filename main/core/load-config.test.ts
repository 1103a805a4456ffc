import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError, loadConfig } from './load-config.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tongban-config-'));
  file = join(dir, 'kiosk.json');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const KIOSK = '"kiosk": { "id": "310120-0042", "site": "村", "division": "310120" }';
const CENTER = '"center": { "url": "http://127.0.0.1:9" }';

function load(text: string) {
  writeFileSync(file, text);
  return loadConfig(file);
}

function refusalOf(text: string): string {
  try {
    load(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('was accepted');
}

test('comments, a trailing comma and a byte order mark are allowed; what is absent has its default', () => {
  const config = load(`\uFEFF{\n  // the village\n  ${KIOSK}, /* one */ ${CENTER},\n  "devices": {},\n}`);
  expect(config).toMatchObject({
    kiosk: { phone: '12345' },
    center: { queryTimeoutMs: 15_000 },
    ui: { orientation: 'portrait', idleSeconds: 60 },
    devices: {},
  });
});

test('a wrong key: file, line, key', () => {
  expect(refusalOf(`{\n${KIOSK},\n${CENTER},\n"devices": {\n  "idcard": {}\n}}`)).toBe(
    `${file}:5: devices.idcard: no such key`,
  );
});

test('every wrong key is told, not only the first', () => {
  const said = refusalOf(`{\n${KIOSK},\n${CENTER},\n"devices": {},\n"a": 1,\n"b": "two"\n}`).split('\n');
  expect(said).toEqual([`${file}:5: a is 1: no such key`, `${file}:6: b is "two": no such key`]);
});

test('a wrong type: the value and what was expected', () => {
  expect(refusalOf(`{\n${KIOSK},\n${CENTER},\n"ui": { "idleSeconds":\n "sixty" },\n"devices": {}\n}`)).toMatch(
    /:5: ui\.idleSeconds is "sixty": .*expected number/,
  );
});

test('a wrong form: what it should look like', () => {
  const said = refusalOf(`{ ${KIOSK.replace('310120-0042', '42')}, ${CENTER}, "devices": {} }`);
  expect(said).toContain(':1: kiosk.id is "42": six digits of the division');
});

test('a missing key: the line of the object that lacks it', () => {
  const said = refusalOf(`{\n\n"kiosk": { "id": "310120-0042", "division": "310120" },\n${CENTER},\n"devices": {}\n}`);
  expect(said).toMatch(/:3: kiosk\.site: .*expected string/);
});

test('broken JSON: the line of the break', () => {
  expect(refusalOf(`{\n${KIOSK},\n"center": ,\n}`)).toBe(`${file}:3: ValueExpected in JSON`);
});

test('an empty file', () => {
  expect(refusalOf('')).toMatch(/:1: /);
});

test('a file that is not there', () => {
  expect(() => loadConfig(join(dir, 'absent.json'))).toThrow(`${join(dir, 'absent.json')}: cannot be read (ENOENT)`);
});

test.each(['__proto__', 'constructor', 'toString'])('the key %s is a key that does not exist', (key) => {
  const said = refusalOf(`{\n${KIOSK},\n${CENTER},\n"devices": { "${key}": { "driver": "ipp" } }\n}`);
  expect(said).toBe(`${file}:4: devices.${key}: no such key`);
  expect(({} as { driver?: string }).driver).toBeUndefined();
});

test('a list instead of the object', () => {
  expect(refusalOf('[]')).toMatch(/:1: \(the file\): .*expected object/);
});
