import type { PaperState, PrinterTray } from '../../contract/device-status.ts';
import { type AttributeReader, numberOf, pairsOf, SOME_LEFT_LEVEL } from './reply.ts';
import { visibleName } from './visible-name.ts';

const LOW_PERCENT = 10;
const MAX_TRAYS = 16;
/** Not a tray but the printer's choice among them. */
const NO_TRAY = new Set(['auto', '']);

/** PWG 5101.1 media-source keywords (as common printers use them) → XFS4IoT's names of places. */
const PLACES: readonly (readonly [RegExp, PrinterTray['place']])[] = [
  [/^(by-pass-tray|manual|envelope|hand|multipurpose)/, 'external'],
  [/^(main|top|upper|tray-1|cassette-1)$/, 'upper'],
  [/^(alternate|bottom|lower|middle|tray-2|cassette-2)$/, 'lower'],
  [/^(tray-3|cassette-3|large-capacity)$/, 'aux'],
  [/^(tray-4|cassette-4)$/, 'aux2'],
];

/**
 * Trays from printer-input-tray (PWG 5100.13 §5.6.3: octet strings of `key=value;`), with the paper that media-col-ready
 * says lies in each; where the printer has only the latter, from that. A level of 0 is empty; -1 and -2 tell nothing.
 */
export function traysOf(printer: AttributeReader): PrinterTray[] {
  const ready = readyMedia(printer);
  const told = printer.octets('printer-input-tray').map((text) => {
    const pairs = pairsOf(text);
    const level = numberOf(pairs, 'level');
    const capacity = numberOf(pairs, 'maxcapacity');
    const percent = level >= 0 && capacity > 0 ? Math.min(100, Math.round((level * 100) / capacity)) : null;
    return { name: pairs.get('name') ?? '', level, percent };
  });
  const named = told.length > 0 ? told : [...ready.keys()].map((name) => ({ name, level: -2, percent: null }));
  return named
    .filter(({ name }) => !NO_TRAY.has(name))
    .slice(0, MAX_TRAYS)
    .map(({ name, level, percent }) => ({
      name: visibleName(name),
      place: PLACES.find(([pattern]) => pattern.test(name))?.[1] ?? null,
      paper: paperOf(level, percent, ready.has(name)),
      percent,
      media: ready.get(name) ?? '',
    }));
}

function paperOf(level: number, percent: number | null, loaded: boolean): PaperState {
  if (level === 0) return 'out';
  if (percent !== null) return percent <= LOW_PERCENT ? 'low' : 'full';
  return level === SOME_LEFT_LEVEL || level > 0 || loaded ? 'full' : 'unknown';
}

/** media-source → size, from media-col-ready; sizes that are only told in hundredths of a millimetre are written as such. */
function readyMedia(printer: AttributeReader): Map<string, string> {
  const media = new Map<string, string>();
  for (const loaded of printer.collections('media-col-ready').slice(0, MAX_TRAYS)) {
    const source = loaded.strings('media-source')[0];
    if (source === undefined) continue;
    const size = loaded.collections('media-size')[0];
    const width = size?.integers('x-dimension')[0];
    const height = size?.integers('y-dimension')[0];
    const bySize = width && height ? `${width / 100}x${height / 100}mm` : '';
    media.set(source, visibleName(loaded.strings('media-size-name')[0] ?? bySize));
  }
  return media;
}
