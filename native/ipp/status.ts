import type { PrinterStatus, TonerState } from '../../contract/device-status.ts';
import type { JobState, JobStatus } from './printer.ts';
import type { AttributeReader } from './reply.ts';

/** RFC 8011 §5.4.11. */
const PRINTER_STOPPED = 5;

/** RFC 8011 §5.3.7. */
const JOB_STATES: ReadonlyMap<number, JobState> = new Map([
  [3, 'pending'],
  [4, 'pending-held'],
  [5, 'processing'],
  [6, 'processing-stopped'],
  [7, 'canceled'],
  [8, 'aborted'],
  [9, 'completed'],
]);

export const PRINTER_ATTRIBUTES = [
  'printer-state',
  'printer-state-reasons',
  'marker-levels',
  'marker-low-levels',
  'marker-types',
  'printer-supply',
] as const;

export const JOB_ATTRIBUTES = [
  'job-id',
  'job-name',
  'job-state',
  'job-state-reasons',
  'job-printer-state-reasons',
  'job-impressions-completed',
] as const;

/** Keywords without severity and without `none`, each once (RFC 8011 §5.4.12). Unknown ones are kept. */
export function plainReasons(reasons: readonly string[]): string[] {
  const plain = reasons.map((reason) => reason.replace(/-(report|warning|error)$/, ''));
  return [...new Set(plain)].filter((reason) => reason !== 'none');
}

export const PAPER_OUT = ['media-empty', 'media-needed'] as const;
export const PAPER_JAM = ['media-jam'] as const;
export const COVER_OPEN = ['cover-open', 'door-open', 'interlock-open'] as const;
export const TONER_OUT = ['toner-empty', 'marker-supply-empty', 'developer-empty'] as const;
const TONER_LOW = ['toner-low', 'marker-supply-low', 'developer-low'] as const;
const OFFLINE = ['offline', 'shutdown'] as const;

/**
 * printer-state, printer-state-reasons and supplies → status. A printer stopped by something that a hand can mend is
 * online; one stopped without a known reason is `hardwareError`.
 */
export function toPrinterStatus(printer: AttributeReader): PrinterStatus {
  const reasons = plainReasons(printer.strings('printer-state-reasons'));
  const has = (keywords: readonly string[]): boolean => keywords.some((keyword) => reasons.includes(keyword));
  const mendable = has([...PAPER_OUT, ...PAPER_JAM, ...COVER_OPEN, ...TONER_OUT]);
  const stopped = printer.integers('printer-state')[0] === PRINTER_STOPPED;
  const tonerLow = has(TONER_LOW) ? 'low' : tonerByLevel(printer);
  return {
    device: has(OFFLINE) ? 'offline' : stopped && !mendable ? 'hardwareError' : 'online',
    paper: has(PAPER_JAM) ? 'jammed' : has(PAPER_OUT) ? 'out' : has(['media-low']) ? 'low' : 'full',
    toner: has(TONER_OUT) ? 'out' : tonerLow,
    cover: has(COVER_OPEN) ? 'open' : 'closed',
    reasons,
  };
}

const LOW_PERCENT = 10;

/** Level 0 is `low`, not `out`: many printers print on for hundreds of pages; out is what the printer calls empty. */
function tonerByLevel(printer: AttributeReader): TonerState {
  const types = printer.strings('marker-types');
  const lows = printer.integers('marker-low-levels');
  const markers = printer
    .integers('marker-levels')
    .map((level, index) => ({ level, low: lows[index] ?? LOW_PERCENT, type: types[index] ?? 'toner' }));
  const supplies = printer.octets('printer-supply').map((text) => ({
    level: Number(/(?:^|;)level=(-?\d+)/.exec(text)?.[1] ?? -2),
    low: LOW_PERCENT,
    type: /(?:^|;)type=([^;]*)/.exec(text)?.[1] ?? '',
  }));
  // Waste containers count up; levels below zero mean that the printer does not know.
  const known = [...markers, ...supplies].filter(({ level, type }) => level >= 0 && /^(toner|ink)/.test(type));
  if (known.length === 0) return 'unknown';
  return known.some(({ level, low }) => level <= low) ? 'low' : 'full';
}

/** A job's attributes → status; null if id, name or state are missing or unknown. */
export function toJobStatus(job: AttributeReader): JobStatus | null {
  const jobId = job.integers('job-id')[0];
  const name = job.strings('job-name')[0];
  const state = JOB_STATES.get(job.integers('job-state')[0] ?? 0);
  if (jobId === undefined || name === undefined || state === undefined) return null;
  const counted = job.integers('job-impressions-completed')[0];
  // A 0 on a completed job is what printers say that do not count.
  const impressions =
    counted !== undefined && counted >= 0 && !(state === 'completed' && counted === 0) ? counted : undefined;
  const reasons = [...job.strings('job-state-reasons'), ...job.strings('job-printer-state-reasons')];
  return { jobId, name, state, reasons, impressions };
}
