import { maskIdNumber, maskName } from '../../../contract/identity-card.ts';
import type { Screen } from '../../../contract/screen.ts';
import { recordOf, selfServiceOf, type Visit } from '../machine/types.ts';
import { maskRow } from './masking.ts';
import type { Surroundings } from './surroundings.ts';
import { toTile } from './tiles.ts';

/** The record on the screen; what is personal is masked here, before it leaves the core, unless "show" was touched. */
export function recordScreen(visit: Visit, surroundings: Surroundings): Extract<Screen, { name: 'record' }> {
  const item = selfServiceOf(visit);
  const { document: form } = item.machine;
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
      form.kind === 'layout'
        ? {
            kind: 'layout',
            template: form.template,
            subject: maskRow(record.subject, form.template.subject, revealed),
            tables: Object.fromEntries(
              form.template.tables.map(({ key, columns }) => [
                key,
                (record.tables[key] ?? []).map((row) => maskRow(row, columns, revealed)),
              ]),
            ),
          }
        : {
            kind: 'delivered',
            title: form.title,
            subject: {
              name: card && (revealed ? card.name : maskName(card.name)),
              idNumber: card && (revealed ? card.idNumber : maskIdNumber(card.idNumber)),
            },
          },
  };
}
