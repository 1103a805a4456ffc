import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSealer, openSealer } from './sealing.ts';
import { temporaryDirectory } from './test-store.ts';

const secretsDir = (): string => join(temporaryDirectory(), 'secrets');
const SECRET = '{"name":"𬭚𫖯","idNumber":"310120195001010029"}';

test('what was sealed opens after a restart, for its own row only', () => {
  const directory = secretsDir();
  const sealed = openSealer(directory).seal('row-1', SECRET);
  const sealer = openSealer(directory);
  expect(sealer.open('row-1', sealed)).toEqual({ ok: true, value: SECRET });
  expect(sealer.open('row-2', sealed)).toEqual({ ok: false, error: 'sealBroken' });
  expect(sealed.includes('310120195001010029')).toBe(false);
});

test('the same text is sealed differently each time', () => {
  const sealer = openSealer(secretsDir());
  expect(sealer.seal('row', SECRET).equals(sealer.seal('row', SECRET))).toBe(false);
});

test('every changed byte and every cut is noticed', () => {
  const sealer = openSealer(secretsDir());
  const sealed = sealer.seal('row', SECRET);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(sealer.open('row', changed)).toEqual({ ok: false, error: 'sealBroken' });
    expect(sealer.open('row', sealed.subarray(0, at))).toEqual({ ok: false, error: 'sealBroken' });
  }
});

test('a newer key seals, older ones still open', () => {
  const first = randomBytes(32);
  const fingerprint = randomBytes(32);
  const old = createSealer({ sealing: new Map([[1, first]]), newest: 1, fingerprint });
  const both = createSealer({
    sealing: new Map([
      [1, first],
      [2, randomBytes(32)],
    ]),
    newest: 2,
    fingerprint,
  });
  expect(both.open('row', old.seal('row', SECRET))).toEqual({ ok: true, value: SECRET });
  expect(both.seal('row', SECRET)[0]).toBe(2);
  expect(old.open('row', both.seal('row', SECRET))).toEqual({ ok: false, error: 'sealBroken' });
});

test('a fingerprint is the same after a restart and other on another machine', () => {
  const directory = secretsDir();
  const here = openSealer(directory).fingerprint('310120195001010029');
  expect(openSealer(directory).fingerprint('310120195001010029').equals(here)).toBe(true);
  expect(openSealer(secretsDir()).fingerprint('310120195001010029').equals(here)).toBe(false);
});

test('a keyed hash belongs to one purpose, one machine, and is no fingerprint', () => {
  const directory = secretsDir();
  const sealer = openSealer(directory);
  const here = sealer.keyedHash('a', '123456');
  expect(openSealer(directory).keyedHash('a', '123456').equals(here)).toBe(true);
  const others = [
    sealer.keyedHash('b', '123456'),
    sealer.keyedHash('a', '123457'),
    sealer.fingerprint('123456'),
    openSealer(secretsDir()).keyedHash('a', '123456'),
  ];
  for (const other of others) expect(other.equals(here)).toBe(false);
});

test('nobody else can read the keys', () => {
  const directory = secretsDir();
  openSealer(directory);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  const names = readdirSync(directory).sort();
  expect(names).toEqual(['fingerprint.key', 'sealing-1.key']);
  for (const name of names) expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
});

test('a damaged key stops the start instead of being replaced in silence', () => {
  const directory = secretsDir();
  openSealer(directory);
  truncateSync(join(directory, 'sealing-1.key'), 7);
  expect(() => openSealer(directory)).toThrow('must hold 32 bytes');
  rmSync(join(directory, 'sealing-1.key'));
  expect(() => openSealer(directory)).not.toThrow();
});
