import { beforeEach, describe, expect, test } from 'vitest';
import type { Log, LogEventId } from '../../contract/log-events.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { createLog, REPEAT_FOLD_MS } from './log.ts';

let clock: ManualClock;
let lines: Record<string, unknown>[];
let raw: string;
let log: Log;
beforeEach(() => {
  clock = new ManualClock();
  lines = [];
  raw = '';
  log = createLog(clock, {
    write(line) {
      raw += line;
      lines.push(JSON.parse(line));
    },
  });
});

describe('personal data cannot get in', () => {
  test.each([
    ['a name', '王桂兰'],
    ['a name beyond the BMP', '𬭚𫖯'],
    ['a citizen number', '310120194803120021'],
    ['a citizen number that ends in X', '31012019480312002X'],
    ['an old number of 15 digits', '310120480312002'],
    ['a number in the middle of something', 'card-310120194803120021.pdf'],
    ['a permanent-residence number of 2017', 'GBR310080041225'],
    ['a line break', 'a\nb'],
    ['a very long text', 'x'.repeat(201)],
  ])('%s is withheld, alone and in a list', (_, value) => {
    log('device-status', { device: 'idCard', state: value, reasons: ['media-empty', value] });
    expect(lines).toMatchObject([{ state: '[withheld]', reasons: ['media-empty', '[withheld]'] }]);
    expect(raw).not.toContain(value);
  });

  test('a number of a person given as a number is withheld; durations and times are not', () => {
    log('query-complete', { itemCode: '310025000101', outcome: 'record', elapsedMs: Number('310120194803120021') });
    log('query-complete', { itemCode: '310025000101', outcome: 'record', elapsedMs: Date.UTC(2100, 1) });
    expect(lines.map(({ elapsedMs }) => elapsedMs)).toEqual(['[withheld]', Date.UTC(2100, 1)]);
  });

  test('a field that the catalogue does not declare is dropped', () => {
    log('card-removed', { name: 'JONATHAN WELLINGTON', address: 'x' });
    expect(Object.keys(lines[0] ?? {}).toSorted()).toEqual(['event', 'level', 'says', 'time']);
  });

  test('item codes, document numbers and keys of transactions pass', () => {
    const key = '1f0e6d1c-9a43-4a55-8a44-123456789012:12';
    log('sync-delivered', { key, attempts: 1 });
    log('query-init', { itemCode: '310025000101' });
    expect(lines).toMatchObject([{ key }, { itemCode: '310025000101' }]);
  });
});

describe('repeats', () => {
  const says = (id: LogEventId): void => log(id, { device: 'idCard' });

  test('are written once, and what was held back is counted', async () => {
    for (let time = 0; time < 5; time++) says('device-online');
    expect(lines).toHaveLength(1);
    await clock.advance(REPEAT_FOLD_MS);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ event: 'device-online', repeated: 4 });
    await clock.advance(REPEAT_FOLD_MS);
    says('device-online');
    expect(lines[2]).not.toHaveProperty('repeated');
    await clock.advance(2 * REPEAT_FOLD_MS);
    expect(lines).toHaveLength(3);
  });

  test('a cable that is loose for a moment: the last line says how it ended', async () => {
    for (const id of ['device-online', 'device-offline', 'device-online'] as const) says(id);
    await clock.advance(REPEAT_FOLD_MS);
    expect(lines.at(-1)).toMatchObject({ event: 'device-online', repeated: 1 });
  });

  test('another field or another event is no repeat', () => {
    says('device-online');
    says('device-offline');
    log('device-online', { device: 'receipt' });
    expect(lines).toHaveLength(3);
  });
});
