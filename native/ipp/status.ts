import type { PaperState, PrinterStatus, PrinterTray, TonerState } from '../../contract/device-status.ts';
import type { JobState, JobStatus } from './printer.ts';
import {
  COVER_OPEN,
  MENDABLE,
  OFFLINE,
  PAPER_JAM,
  PAPER_LOW,
  PAPER_OUT,
  plainReasons,
  TONER_LOW,
  TONER_OUT,
} from './reasons.ts';
import type { AttributeReader } from './reply.ts';
import { impressionsBySheets, type Sides } from './sheets.ts';
import { suppliesOf } from './supplies.ts';
import { traysOf } from './trays.ts';
import { visibleName } from './visible-name.ts';

/** RFC 8011 §5.4.11. */
const PRINTER_STOPPED = 5;

/** A reply may hold a megabyte of them, and what is said here goes into health records and logs. */
const MAX_REASONS = 32;

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
  'printer-is-accepting-jobs',
  'marker-names',
  'marker-types',
  'marker-levels',
  'marker-low-levels',
  'marker-high-levels',
  'printer-supply',
  'printer-supply-description',
  'printer-input-tray',
  'media-col-ready',
] as const;

export const JOB_ATTRIBUTES = [
  'job-id',
  'job-name',
  'job-state',
  'job-state-reasons',
  'job-printer-state-reasons',
  'job-impressions-completed',
  'job-media-sheets-completed',
] as const;

/**
 * printer-state, printer-state-reasons, supplies and trays → status. A printer stopped by something that a hand can mend is
 * online; one stopped without a known reason is `hardwareError`.
 */
export function toPrinterStatus(printer: AttributeReader): PrinterStatus {
  const reasons = plainReasons(printer.strings('printer-state-reasons')).slice(0, MAX_REASONS).map(visibleName);
  const has = (keywords: readonly string[]): boolean => keywords.some((keyword) => reasons.includes(keyword));
  const stopped = printer.integers('printer-state')[0] === PRINTER_STOPPED;
  const supplies = suppliesOf(printer, reasons);
  const trays = traysOf(printer);
  const paper = has(PAPER_JAM) ? 'jammed' : has(PAPER_OUT) ? 'out' : has(PAPER_LOW) ? 'low' : paperByTrays(trays);
  const tonerLow = has(TONER_LOW) ? 'low' : tonerBySupplies(supplies);
  return {
    device: has(OFFLINE) ? 'offline' : stopped && !has(MENDABLE) ? 'hardwareError' : 'online',
    paper,
    toner: has(TONER_OUT) ? 'out' : tonerLow,
    cover: has(COVER_OPEN) ? 'open' : 'closed',
    accepting: printer.booleans('printer-is-accepting-jobs')[0] ?? true,
    supplies,
    trays,
    reasons,
  };
}

/** A printer that complains of nothing has paper; only when every tray that tells is empty or low, it has not. */
function paperByTrays(trays: readonly PrinterTray[]): PaperState {
  const told = trays.map(({ paper }) => paper).filter((paper) => paper !== 'unknown');
  if (told.length === 0 || told.includes('full')) return 'full';
  return told.includes('low') ? 'low' : 'out';
}

function tonerBySupplies(supplies: PrinterStatus['supplies']): TonerState {
  const states = supplies.filter(({ kind }) => kind === 'toner' || kind === 'ink').map(({ state }) => state);
  if (states.includes('low')) return 'low';
  return states.includes('full') ? 'full' : 'unknown';
}

/** A job's attributes → status; null if id, name or state are missing or unknown. */
export function toJobStatus(job: AttributeReader, sides: Sides = 'one-sided'): JobStatus | null {
  const jobId = job.integers('job-id')[0];
  const name = job.strings('job-name')[0];
  const state = JOB_STATES.get(job.integers('job-state')[0] ?? 0);
  if (jobId === undefined || name === undefined || state === undefined) return null;
  const counted = job.integers('job-impressions-completed')[0];
  // A 0 on a completed job is what printers say that do not count.
  const counts = counted !== undefined && counted >= 0 && !(state === 'completed' && counted === 0);
  const impressions = counts ? counted : impressionsBySheets(job.integers('job-media-sheets-completed')[0] ?? 0, sides);
  const reasons = [...job.strings('job-state-reasons'), ...job.strings('job-printer-state-reasons')];
  return { jobId, name, state, reasons, impressions };
}
