/** Keywords without severity and without `none`, each once (RFC 8011 §5.4.12). Unknown ones are kept. */
export function plainReasons(reasons: readonly string[]): string[] {
  const plain = reasons.map((reason) => reason.replace(/-(report|warning|error)$/, ''));
  return [...new Set(plain)].filter((reason) => reason !== 'none' && reason !== '');
}

/** What a hand at the printer can mend, by what it mends. RFC 8011 §5.4.12, RFC 3805, PWG 5100.9. */
export const PAPER_OUT = ['media-empty', 'media-needed'] as const;
export const PAPER_JAM = ['media-jam'] as const;
export const COVER_OPEN = ['cover-open', 'door-open', 'interlock-open'] as const;
export const TONER_OUT = ['toner-empty', 'marker-supply-empty', 'developer-empty'] as const;
const WASTE_FULL = ['marker-waste-full'] as const;
const TRAY_MISSING = ['input-tray-missing', 'output-tray-missing'] as const;
const OUTPUT_FULL = ['output-area-full'] as const;
export const MENDABLE = [
  ...PAPER_OUT,
  ...PAPER_JAM,
  ...COVER_OPEN,
  ...TONER_OUT,
  ...WASTE_FULL,
  ...TRAY_MISSING,
  ...OUTPUT_FULL,
] as const;

/** It prints on, but somebody should come. */
export const PAPER_LOW = ['media-low'] as const;
export const TONER_LOW = ['toner-low', 'marker-supply-low', 'developer-low'] as const;
const WASTE_HIGH = ['marker-waste-almost-full'] as const;
const OUTPUT_HIGH = ['output-area-almost-full'] as const;
const WEARING = ['opc-near-eol', 'opc-life-over', 'fuser-over-temp', 'fuser-under-temp'] as const;

/** Nobody reaches the engine, or it was switched off. A queue says the first of itself while its printer is away. */
export const OFFLINE = ['offline', 'shutdown'] as const;
/** Told to stop. */
export const PAUSED = ['paused', 'moving-to-paused', 'stopping', 'stopped-partly'] as const;
/** States of the way, or of the machine inside, that pass by themselves. */
const PASSING = ['other', 'connecting-to-device', 'timed-out', 'spool-area-full', 'interpreter-resource-unavailable'];

/**
 * A queue of CUPS whose ipp backend did not find its own job at the printer any more. It calls the job completed all the
 * same, and the keyword stays at the queue ever after (seen with CUPS 2.4.2 and a printer that lost its power).
 */
export const JOB_HISTORY_MISSING = 'cups-ipp-missing-job-history';

const KNOWN: ReadonlySet<string> = new Set([
  ...MENDABLE,
  ...PAPER_LOW,
  ...TONER_LOW,
  ...WASTE_HIGH,
  ...OUTPUT_HIGH,
  ...WEARING,
  ...OFFLINE,
  ...PAUSED,
  ...PASSING,
]);

/** Whether a plain keyword is one that this driver draws something from, or knows to be harmless. */
export const isKnownReason = (reason: string): boolean => KNOWN.has(reason) || reason.startsWith('cups-');

export type BinState = 'ok' | 'high' | 'full';

/** Keywords → how full the output tray is, in the words of XFS4IoT's retract bins. */
export function outputBin(reasons: readonly string[]): BinState {
  return binState(reasons, OUTPUT_FULL, OUTPUT_HIGH) ?? 'ok';
}

/** Keywords → what they say of waste containers; undefined: nothing. */
export function wasteBin(reasons: readonly string[]): BinState | undefined {
  return binState(reasons, WASTE_FULL, WASTE_HIGH);
}

function binState(
  reasons: readonly string[],
  full: readonly string[],
  high: readonly string[],
): Exclude<BinState, 'ok'> | undefined {
  if (full.some((keyword) => reasons.includes(keyword))) return 'full';
  return high.some((keyword) => reasons.includes(keyword)) ? 'high' : undefined;
}
