import { expect, it } from 'vitest';
import { readDevicesArguments } from './arguments.ts';

const read = (line: string) => readDevicesArguments(line.split(' '), {});

it('scan: everywhere, or only where it is told to', () => {
  expect(read('scan')).toMatchObject({
    ok: true,
    value: { name: 'scan', ports: [], printers: [], addresses: 8, write: false, replace: false },
  });
  expect(read('scan --port /dev/a --port /dev/b --printer ipp://printer/ipp/print --addresses 32')).toMatchObject({
    value: { ports: ['/dev/a', '/dev/b'], printers: ['ipp://printer/ipp/print'], addresses: 32 },
  });
});

it.each([
  ['scan --write', '--config'],
  ['scan --replace', '--write'],
  ['scan --addresses 0', '1 to 247'],
  ['scan --addresses many', '1 to 247'],
  ['scan --printer printer', 'ipp://'],
  ['scan locker', 'no name'],
])('%s: a sentence', (line, part) => {
  expect(read(line)).toEqual({ ok: false, error: expect.stringContaining(part) });
});
