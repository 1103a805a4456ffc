import { describe, expect, test } from 'vitest';
import { createLineDecoder, listVariables, MAX_LINE_BYTES, type NutLine } from './lines.ts';

/** As upsd 2.8.0 wrote it for a dummy-ups. */
const SEEN = [
  'BEGIN LIST VAR kiosk',
  'VAR kiosk battery.charge "100"',
  'VAR kiosk device.mfr "Dummy Manufacturer"',
  'VAR kiosk ups.status "OL"',
  'END LIST VAR kiosk',
].join('\n');

const decode = (text: string): { lines: NutLine[]; refused: number; discarded: number } => {
  const decoder = createLineDecoder();
  const events = [...decoder.push(Buffer.from(text, 'latin1')), ...decoder.flush()];
  return {
    lines: events.flatMap((event) => (event.type === 'frame' ? [event.frame] : [])),
    refused: events.filter(({ type }) => type === 'refused').length,
    discarded: events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0),
  };
};
const STATUS: NutLine = { type: 'variable', ups: 'kiosk', name: 'ups.status', value: 'OL' };

test('the question', () => {
  expect(Buffer.from(listVariables('kiosk')).toString()).toBe('LIST VAR kiosk\n');
});

test('a list as upsd writes it', () => {
  expect(decode(`${SEEN}\n`)).toEqual({
    lines: [
      { type: 'begin', ups: 'kiosk' },
      { type: 'variable', ups: 'kiosk', name: 'battery.charge', value: '100' },
      { type: 'variable', ups: 'kiosk', name: 'device.mfr', value: 'Dummy Manufacturer' },
      STATUS,
      { type: 'end', ups: 'kiosk' },
    ],
    refused: 0,
    discarded: 0,
  });
});

test('quotes and backslashes inside a value, and a carriage return before the end', () => {
  expect(decode('VAR kiosk device.model "a \\"b\\" \\\\c"\r\n').lines).toMatchObject([{ value: 'a "b" \\c' }]);
});

test.each(['ERR UNKNOWN-UPS', 'ERR DATA-STALE', 'ERR ACCESS-DENIED because', 'ERR DRIVER-NOT-CONNECTED'])(
  '%s',
  (line) => {
    expect(decode(`${line}\n`).lines).toEqual([{ type: 'error', code: line.split(' ')[1] }]);
  },
);

describe('broken lines do not swallow the good one behind them', () => {
  test.each([
    ['an empty line', '\n'],
    ['a line of another kind', 'OK Goodbye\n'],
    ['a value without its end', 'VAR kiosk device.model "half'],
    ['a value without its end, and its line end', 'VAR kiosk device.model "half\n'],
    ['an escape that is none', 'VAR kiosk device.model "a\\n"\n'],
    ['a name that is none', 'VAR kiosk ups/status "OL"\n'],
    ['a list of something else', 'BEGIN LIST UPS\n'],
    ['half a word', 'VA'],
    ['zeros', '\0\0\0\0'],
    ['a line cut in its middle', 'VAR kiosk ups.st'],
    ['an endless line', `VAR kiosk device.model "${'x'.repeat(5000)}`],
    ['a control character in a value', 'VAR kiosk device.model "\u0007"\n'],
  ])('%s', (_, broken) => {
    const seen = decode(`${broken}VAR kiosk ups.status "OL"\n`);
    expect(seen.lines).toEqual([STATUS]);
    expect(seen.discarded).toBe(broken.length);
  });
});

test('a line that never ends is not held for ever', () => {
  const decoder = createLineDecoder();
  for (let chunk = 0; chunk < 100; chunk += 1) {
    decoder.push(Buffer.from('V'.repeat(997)));
    expect(decoder.held()).toBeLessThanOrEqual(MAX_LINE_BYTES);
  }
});
