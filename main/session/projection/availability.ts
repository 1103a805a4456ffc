import { type CatalogueItem, isSelfService } from '../../../contract/catalogue/item.ts';
import type { Unavailable } from '../../../contract/tiles.ts';
import type { Surroundings } from './surroundings.ts';

/** Why an item cannot be had here and now; undefined: it can, or it ends in its guide anyway. */
export function unavailable(item: CatalogueItem, around: Surroundings): Unavailable | undefined {
  const { kind } = around.catalogue().stateOf(item);
  if (kind !== 'open') return kind;
  if (!isSelfService(item)) return undefined;
  const { machine } = item;
  if (machine.devices.some((device) => !around.hasDevice(device))) return 'needsDevice';
  if (around.offline()) return 'needsNetwork';
  // A query can at least be looked at; what is wanted on paper, or comes as a finished PDF, is of no use without a printer.
  const onlyOnPaper = machine.kind === 'print' || machine.document.kind === 'delivered';
  return onlyOnPaper && !around.printerReady() ? 'needsPrinter' : undefined;
}
