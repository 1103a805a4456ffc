import { maskIdNumber, maskName } from '../../../contract/identity-card.ts';
import type { Screen } from '../../../contract/screen.ts';
import { itemOf, recordOf, type Visit } from '../machine/types.ts';
import { maskRow } from './masking.ts';
import type { Surroundings } from './surroundings.ts';
import { toTile } from './tiles.ts';

/** The record on the screen; what is personal is masked here, before it leaves the core, unless "show" was touched. */
export function recordScreen(visit: Visit, surroundings: Surroundings): Extract<Screen, { name: 'record' }> {
  const item = itemOf(visit);
  const { record, document } = recordOf(visit);
  const { revealed, card } = visit;
  return {
    name: 'record',
    item: toTile(item, surroundings),
    revealed,
    documentNumber: document.number,
    ...(visit.document && { pages: visit.document.pages }),
    canPrint: surroundings.printerReady(),
    content:
      item.document.kind === 'layout'
        ? {
            kind: 'layout',
            template: item.document.template,
            subject: maskRow(record.subject, item.document.template.subject, revealed),
            tables: Object.fromEntries(
              item.document.template.tables.map(({ key, columns }) => [
                key,
                (record.tables[key] ?? []).map((row) => maskRow(row, columns, revealed)),
              ]),
            ),
          }
        : {
            kind: 'delivered',
            title: item.document.title,
            subject: {
              name: revealed ? card.name : maskName(card.name),
              idNumber: revealed ? card.idNumber : maskIdNumber(card.idNumber),
            },
          },
  };
}
