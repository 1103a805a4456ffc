import type { HealthReport } from '../../contract/device-health.ts';
import type { PrinterStatus } from '../../contract/device-status.ts';
import type { Result } from '../../contract/result.ts';
import type { TrayChoice } from './job-template.ts';
import type { IppFailure } from './printer.ts';
import { isKnownReason, outputBin, wasteBin } from './reasons.ts';

/**
 * An answer to Get-Printer-Attributes, or none, → what is said of the device.
 * @param warnings what is wrong with the configuration, whatever the printer says
 */
export function toHealth(
  status: Result<PrinterStatus, IppFailure>,
  trays: TrayChoice,
  warnings: readonly string[] = [],
): HealthReport {
  if (!status.ok) {
    const evidence = `Get-Printer-Attributes: ${status.error}`;
    return { state: 'offline', details: {}, reasons: [status.error], evidence };
  }
  const { device, paper, toner, cover, accepting, supplies, reasons } = status.value;
  const details: Record<string, string> = { paper, toner, cover, outputBin: outputBin(reasons) };
  const waste = wasteBin(reasons) ?? worstWaste(supplies);
  if (waste) details.wasteBin = waste;
  for (const tray of status.value.trays) details[`paper.${tray.place ?? tray.name}`] = tray.paper;
  const left = supplies.filter(({ kind }) => kind === 'toner' || kind === 'ink').map(({ percent }) => percent);
  const known = left.filter((percent) => percent !== null);
  if (known.length > 0) details.tonerPercent = `${Math.min(...known)}`;
  const unknown = reasons.filter((reason) => !isKnownReason(reason));
  return {
    state: device,
    details,
    reasons: [
      ...reasons,
      ...(accepting ? [] : ['not-accepting-jobs']),
      ...missingTrays(status.value, trays),
      ...warnings,
    ],
    evidence: `printer-state-reasons ${reasons.join(' ') || 'none'}${unknown.length > 0 ? ' (some unknown)' : ''}`,
  };
}

function worstWaste(supplies: PrinterStatus['supplies']): string | undefined {
  const states = supplies.filter(({ kind }) => kind === 'waste').map(({ state }) => state);
  return (['full', 'high', 'ok'] as const).find((state) => states.includes(state));
}

/** A tray of the configuration that the printer has not: its paper comes from where the printer likes. */
function missingTrays({ trays: told }: PrinterStatus, wanted: TrayChoice): string[] {
  const sources = [wanted.record, wanted.guide].filter((source) => source !== undefined);
  const missing = told.length > 0 && sources.some((source) => !told.some(({ name }) => name === source));
  return missing ? ['configured-tray-missing'] : [];
}
