import QRCode from 'qrcode';
import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { Screen } from '../../../contract/screen.ts';
import { isStillPrinting, mayBegin, mayPrintGuide } from '../machine/stops.ts';
import type { Visit } from '../machine/types.ts';
import type { Surroundings } from './surroundings.ts';
import { toTile } from './tiles.ts';

/** Places that are told; the first is the one that most people go to. */
const PLACES_SHOWN = 3;

/** All about one item, and every way in which it goes on from here. */
export function itemScreen(item: CatalogueItem, visit: Visit, around: Surroundings): Screen {
  const { guide, handledBy, parts = [], machine } = item;
  const state = around.catalogue().stateOf(item);
  const offers = new Set(guide.offers);
  // Whatever cannot be finished here and now is shown where it can be.
  const elsewhere = offers.has('nearest') || offers.has('appointment') || item.terminal;
  return {
    name: 'item',
    item: { ...toTile(item, around), ...(isStillPrinting(item, visit) && { unavailable: 'stillPrinting' }) },
    ...(state.kind === 'suspended' && { suspended: state.reason }),
    handledBy,
    who: [...machine.who],
    guide,
    parts: parts.map(({ name, code }) => ({
      name,
      ...(code !== undefined && around.catalogue().byCode(code) && { code }),
    })),
    canStart: mayBegin(item, visit, around),
    canPrintGuide: mayPrintGuide(around),
    nearest: elsewhere
      ? around
          .catalogue()
          .nearest(item)
          // What is closed everywhere is closed at every machine; at a counter somebody can say when it opens.
          .filter(({ kind }) => state.kind !== 'suspended' || kind === 'hall')
          .slice(0, PLACES_SHOWN)
          .map(({ id, kind, name, address, hours, phone, metres }) => ({
            id,
            kind,
            name,
            address,
            hours,
            phone,
            ...(metres !== undefined && { metres }),
          }))
      : [],
    ...(offers.has('qr') && { qr: qrOf(around.itemUrl(item.code)) }),
  };
}

function qrOf(url: string): { url: string; rows: string[] } {
  const { size, data } = QRCode.create(url, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (data[row * size + column] ? '1' : '0')).join(''),
  );
  return { url, rows };
}
