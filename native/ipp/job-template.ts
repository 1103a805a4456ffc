import type { PaperKind } from '../../contract/device-config/document.ts';
import { attribute, type IppAttribute } from './attributes.ts';
import { collection } from './collections.ts';
import type { AttributeReader } from './reply.ts';
import type { Sides } from './sheets.ts';
import { VALUE_TAG } from './tags.ts';

const { integer, keyword } = VALUE_TAG;

/** What a printer can do with a job, as far as it changes what it is sent. */
export interface PrinterAbilities {
  /** Members that it understands in media-col. */
  readonly mediaCol: readonly string[];
  /** Trays by their media-source; empty: it does not tell. */
  readonly sources: readonly string[];
}

export const ABILITY_ATTRIBUTES = ['media-col-supported', 'media-source-supported'] as const;

export const abilitiesOf = (printer: AttributeReader): PrinterAbilities => ({
  mediaCol: printer.strings('media-col-supported'),
  sources: printer.strings('media-source-supported'),
});

/** `media-source` for a kind of paper; a kind without one is left to the printer. */
export type TrayChoice = Readonly<Partial<Record<PaperKind, string | undefined>>>;

/** The tray to ask for, or undefined where none is configured or the printer could not be asked for it. */
export function traySource(trays: TrayChoice, paper: PaperKind, can: PrinterAbilities): string | undefined {
  const source = trays[paper];
  if (source === undefined || !can.mediaCol.includes('media-source')) return undefined;
  return can.sources.length === 0 || can.sources.includes(source) ? source : undefined;
}

const A4 = attribute('media', keyword, 'iso_a4_210x297mm');
/** Hundredths of a millimetre. */
const A4_SIZE = collection(
  'media-size',
  attribute('x-dimension', integer, 21_000),
  attribute('y-dimension', integer, 29_700),
);

/**
 * Job template of an A4 job. They are hints: a printer that lacks one goes on without (ipp-attribute-fidelity is false by
 * default). A tray is asked for through media-col, and then `media` must not stand beside it (PWG 5100.3).
 */
export function jobTemplate(sides: Sides, source: string | undefined): IppAttribute[] {
  const media =
    source === undefined ? A4 : collection('media-col', A4_SIZE, attribute('media-source', keyword, source));
  return [media, attribute('sides', keyword, sides), attribute('copies', integer, 1)];
}
