import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute } from './attributes.ts';
import { decodeMessage } from './frames.ts';
import { toHealth } from './health.ts';
import { jobSense } from './job-reasons.ts';
import { isKnownReason, outputBin, plainReasons, wasteBin } from './reasons.ts';
import { readAttributes } from './reply.ts';
import { toJobStatus, toPrinterStatus } from './status.ts';
import { VALUE_TAG } from './tags.ts';

/** RFC 8011, RFC 3805, PWG 5100.9 and what CUPS adds, as ippeveprinter lists them. */
const KEYWORDS = `other media-needed media-jam media-low media-empty toner-low toner-empty marker-supply-low
  marker-supply-empty marker-waste-almost-full marker-waste-full cover-open door-open interlock-open input-tray-missing
  output-tray-missing output-area-almost-full output-area-full developer-low developer-empty fuser-over-temp
  fuser-under-temp opc-near-eol opc-life-over moving-to-paused paused shutdown connecting-to-device timed-out stopping
  stopped-partly spool-area-full interpreter-resource-unavailable offline cups-ipp-conformance-failure
  cups-waiting-for-job-completed`.split(/\s+/);

const statusWith = (state: number, ...reasons: string[]) =>
  toPrinterStatus(
    readAttributes({
      attributes: [
        attribute('printer-state', VALUE_TAG.enum, state),
        attribute('printer-state-reasons', VALUE_TAG.keyword, ...reasons),
      ],
    }),
  );

test.each(KEYWORDS)('%s is known, with and without its severity', (keyword) => {
  for (const suffix of ['', '-report', '-warning', '-error']) {
    expect(plainReasons([keyword + suffix])).toEqual([keyword]);
  }
  expect(isKnownReason(keyword)).toBe(true);
});

test('an unknown keyword is kept, shown and said to be unknown', () => {
  const health = toHealth({ ok: true, value: statusWith(3, 'com.example-drum-dance-warning') }, {});
  expect(health).toMatchObject({
    state: 'online',
    reasons: ['com.example-drum-dance'],
    evidence: 'printer-state-reasons com.example-drum-dance (some unknown)',
  });
});

test.each(['marker-waste-full', 'input-tray-missing', 'output-area-full', 'media-needed'])(
  'a printer stopped by %s can be mended by a hand',
  (keyword) => {
    expect(statusWith(5, `${keyword}-error`).device).toBe('online');
  },
);

test('bins, in the words of XFS4IoT', () => {
  expect([outputBin([]), outputBin(['output-area-almost-full']), outputBin(['output-area-full'])]).toEqual([
    'ok',
    'high',
    'full',
  ]);
  expect([wasteBin([]), wasteBin(['marker-waste-almost-full'])]).toEqual([undefined, 'high']);
});

test('a printer that takes no jobs says so', () => {
  const attributes = [attribute('printer-is-accepting-jobs', VALUE_TAG.boolean, false)];
  const status = toPrinterStatus(readAttributes({ attributes }));
  expect(toHealth({ ok: true, value: status }, {}).reasons).toEqual(['not-accepting-jobs']);
});

describe('job-state-reasons', () => {
  test.each([
    [['job-printing', 'cups-waiting-for-job-completed'], 'open', 'nothing'],
    [['job-incoming', 'job-data-insufficient'], 'open', 'documentMissing'],
    [['job-completed-successfully'], 'completed', 'nothing'],
    [['job-completed-with-warnings'], 'completed', 'nothing'],
    [['processing-to-stop-point', 'none'], 'completed', 'nothing'],
    [['com.example-anything'], 'completed', 'nothing'],
    [['job-completed-with-errors'], 'completed', 'spoiled'],
    [['document-unprintable-error'], 'completed', 'spoiled'],
    [['job-canceled-at-device', 'cups-ipp-missing-job-history'], 'completed', 'spoiled'],
    [['cups-ipp-missing-job-history'], 'completed', 'historyMissing'],
  ] as const)('%j of a job that is %s: %s', (reasons, phase, sense) => {
    expect(jobSense(reasons, phase)).toBe(sense);
  });
});

test('whatever a printer answers becomes a status of bounded size, or none', () => {
  const attributeBytes = fc
    .tuple(
      fc.constantFrom(0x21, 0x22, 0x23, 0x30, 0x34, 0x35, 0x37, 0x41, 0x42, 0x44, 0x4a),
      fc.constantFrom(
        'printer-state',
        'printer-state-reasons',
        'marker-levels',
        'marker-types',
        'printer-supply',
        'media-col-ready',
        'printer-input-tray',
        'job-id',
        'job-name',
        'job-state',
        '',
      ),
      fc.uint8Array({ maxLength: 40 }),
    )
    .map(([tag, name, value]) =>
      Buffer.concat([Buffer.from([tag, 0, name.length]), Buffer.from(name), Buffer.from([0, value.length]), value]),
    );
  fc.assert(
    fc.property(fc.array(attributeBytes, { maxLength: 40 }), (parts) => {
      const bytes = Buffer.concat([Buffer.from('0101000000000001', 'hex'), Buffer.of(4), ...parts, Buffer.of(3)]);
      const message = decodeMessage(bytes);
      if (!message.ok) return;
      const reader = readAttributes(message.value.groups[0]);
      const status = toPrinterStatus(reader);
      expect(status.supplies.length + status.trays.length).toBeLessThan(64);
      for (const { percent } of [...status.supplies, ...status.trays]) {
        if (percent !== null) expect(percent >= 0 && percent <= 100).toBe(true);
      }
      expect(toHealth({ ok: true, value: status }, {}).evidence.length).toBeGreaterThan(0);
      toJobStatus(reader);
    }),
    { numRuns: 3_000 },
  );
});
