import { describe, expect, test } from 'vitest';
import { attribute, type IppAttribute } from './attributes.ts';
import { readAttributes } from './reply.ts';
import { toJobStatus, toPrinterStatus } from './status.ts';
import { VALUE_TAG } from './tags.ts';

const { integer, keyword, enum: enumTag, octetString } = VALUE_TAG;
const printer = (state: number, reasons: string[], ...more: IppAttribute[]) =>
  toPrinterStatus(
    readAttributes({
      tag: 4,
      attributes: [
        attribute('printer-state', enumTag, state),
        attribute('printer-state-reasons', keyword, ...reasons),
        ...more,
      ],
    }),
  );
const IDLE = 3;
const STOPPED = 5;

describe('printer-state-reasons', () => {
  test('thousands of reasons, long ones, and control characters in them: bounded before anybody is told', () => {
    const { reasons } = printer(
      IDLE,
      Array.from({ length: 5_000 }, (_, at) => `\u001b${at}${'x'.repeat(500)}`),
    );
    expect(reasons.length).toBeLessThanOrEqual(32);
    expect(reasons.every((reason) => /^[\dx…]{1,60}$/.test(reason))).toBe(true);
  });

  test.each([
    ['none', { device: 'online', paper: 'full', cover: 'closed', reasons: [] }],
    ['media-empty-error', { device: 'online', paper: 'out', reasons: ['media-empty'] }],
    ['media-needed-report', { paper: 'out', reasons: ['media-needed'] }],
    ['media-low-warning', { paper: 'low' }],
    ['media-jam', { paper: 'jammed' }],
    ['cover-open-warning', { cover: 'open' }],
    ['door-open', { cover: 'open' }],
    ['interlock-open-error', { cover: 'open' }],
    ['toner-empty-error', { toner: 'out' }],
    ['marker-supply-low-warning', { toner: 'low' }],
    ['offline-report', { device: 'offline' }],
    ['com.example-drum-dance-error', { device: 'online', paper: 'full', reasons: ['com.example-drum-dance'] }],
  ])('%s', (reason, expected) => {
    expect(printer(IDLE, [reason])).toMatchObject(expected);
  });

  test('a printer stopped by an empty tray is online, one stopped by nothing known is broken', () => {
    expect(printer(STOPPED, ['media-empty-error'])).toMatchObject({ device: 'online', paper: 'out' });
    expect(printer(STOPPED, ['fuser-over-temp-error'])).toMatchObject({ device: 'hardwareError' });
  });
});

describe('toner by level', () => {
  const levels = (types: string[], values: number[]) =>
    printer(
      IDLE,
      ['none'],
      attribute('marker-types', keyword, ...types),
      attribute('marker-levels', integer, ...values),
    );

  test('a full waste container is not low toner', () => {
    expect(levels(['toner', 'waste-toner'], [80, 3]).toner).toBe('full');
  });
  test('level 0 is low, because the printer has not called it empty', () => {
    expect(levels(['toner'], [0]).toner).toBe('low');
  });
  test('a level that the printer does not know is unknown', () => {
    expect(levels(['toner'], [-2]).toner).toBe('unknown');
    expect(printer(IDLE, ['none']).toner).toBe('unknown');
  });
  test('printer-supply is read where there are no markers', () => {
    const supply = attribute(
      'printer-supply',
      octetString,
      Buffer.from('index=1;class=receptacleThatIsFilled;type=wasteToner;level=2;'),
      Buffer.from('index=2;class=supplyThatIsConsumed;type=toner;level=9;'),
    );
    expect(printer(IDLE, ['none'], supply).toner).toBe('low');
  });
});

describe('job attributes', () => {
  const job = (state: number, ...more: IppAttribute[]) =>
    toJobStatus(
      readAttributes({
        tag: 2,
        attributes: [
          attribute('job-id', integer, 7),
          attribute('job-name', VALUE_TAG.nameWithLanguage, { language: 'en', text: 'tb-7' }),
          attribute('job-state', enumTag, state),
          ...more,
        ],
      }),
    );
  const counted = (count: number) => attribute('job-impressions-completed', integer, count);

  test.each([
    [3, 'pending'],
    [4, 'pending-held'],
    [5, 'processing'],
    [6, 'processing-stopped'],
    [7, 'canceled'],
    [8, 'aborted'],
    [9, 'completed'],
  ])('job-state %i is %s', (state, expected) => {
    expect(job(state)).toMatchObject({ jobId: 7, name: 'tb-7', state: expected });
  });

  test('a state outside RFC 8011 is no status', () => {
    expect(job(10)).toBeNull();
  });
  test('0 impressions of a completed job mean that the printer does not count', () => {
    expect(job(9, counted(0))?.impressions).toBeUndefined();
    expect(job(8, counted(0))?.impressions).toBe(0);
    expect(job(9, counted(3))?.impressions).toBe(3);
  });
});
