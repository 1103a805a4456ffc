import type { PrinterSupply } from '../../contract/device-status.ts';
import { wasteBin } from './reasons.ts';
import { type AttributeReader, numberOf, pairsOf, SOME_LEFT_LEVEL, UNKNOWN_LEVEL } from './reply.ts';
import { visibleName } from './visible-name.ts';

/** Where the printer does not name a level of its own. */
export const LOW_PERCENT = 10;
const HIGH_PERCENT = 90;
/** No printer has more; a reply may say anything. */
const MAX_SUPPLIES = 32;

interface RawSupply {
  readonly name: string;
  readonly type: string;
  /** 0–100, or -1, -2, -3 (RFC 3805). */
  readonly level: number;
  readonly low: number;
  readonly high: number;
  /** Whether a container's level says how full it is; the MIB's says how much room is left. */
  readonly countsUp: boolean;
}

/**
 * Supplies from marker-* (CUPS, IPP Everywhere), or where there are none from printer-supply and its description
 * (PWG 5100.9 §6). Reasons say more than levels: what the printer calls full or empty is.
 */
export function suppliesOf(printer: AttributeReader, reasons: readonly string[]): PrinterSupply[] {
  const markers = printer.integers('marker-levels').length > 0;
  const raw = markers ? fromMarkers(printer) : fromPrinterSupply(printer);
  return raw.slice(0, MAX_SUPPLIES).map((supply) => {
    const { name, type, level } = supply;
    const kind = kindOf(type);
    const known = level >= 0;
    const state = kind === 'waste' ? wasteState(supply, reasons) : usedState(supply);
    const percent = known && (kind !== 'waste' || supply.countsUp) ? Math.min(100, level) : null;
    return { name: visibleName(name === '' ? type : name), kind, state, percent };
  });
}

function fromMarkers(printer: AttributeReader): RawSupply[] {
  const names = printer.strings('marker-names');
  const types = printer.strings('marker-types');
  const lows = printer.integers('marker-low-levels');
  const highs = printer.integers('marker-high-levels');
  return printer.integers('marker-levels').map((level, index) => ({
    name: names[index] ?? '',
    type: types[index] ?? 'toner',
    level,
    low: lows[index] ?? LOW_PERCENT,
    high: highs[index] ?? HIGH_PERCENT,
    countsUp: true,
  }));
}

function fromPrinterSupply(printer: AttributeReader): RawSupply[] {
  const names = printer.strings('printer-supply-description');
  return printer.octets('printer-supply').map((text, index) => {
    const pairs = pairsOf(text);
    const told = numberOf(pairs, 'level');
    const capacity = numberOf(pairs, 'maxcapacity');
    const isPercent = pairs.get('unit') === 'percent' || capacity <= 0;
    const level = told < 0 || isPercent ? told : Math.round((told * 100) / capacity);
    const waste = pairs.get('class') === 'receptacleThatIsFilled';
    const type = waste ? 'waste' : (pairs.get('type') ?? '');
    return { name: names[index] ?? '', type, level, low: LOW_PERCENT, high: HIGH_PERCENT, countsUp: false };
  });
}

function kindOf(type: string): PrinterSupply['kind'] {
  if (/^waste/i.test(type)) return 'waste';
  if (/^toner/i.test(type)) return 'toner';
  return /^ink/i.test(type) ? 'ink' : 'other';
}

/** Level 0 is `low`, not `out`: many printers print on for hundreds of pages; out is what the printer calls empty. */
function usedState({ level, low }: RawSupply): PrinterSupply['state'] {
  if (level === SOME_LEFT_LEVEL) return 'full';
  if (level < 0 || level === UNKNOWN_LEVEL) return 'unknown';
  return level <= low ? 'low' : 'full';
}

function wasteState({ level, high, countsUp }: RawSupply, reasons: readonly string[]): PrinterSupply['state'] {
  const said = wasteBin(reasons);
  if (said) return said;
  if (level === SOME_LEFT_LEVEL) return 'ok';
  if (level < 0 || !countsUp) return 'unknown';
  return level >= high ? 'high' : 'ok';
}
