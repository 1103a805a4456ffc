import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';
import type { ReceiptPrinter } from '../../native/receipt/receipt.ts';
import type { GuideSources } from '../printing/guide/compose-guide.ts';
import type { PrintService } from '../printing/jobs/print.ts';
import type { DocumentLayout } from '../printing/layout/document-layout.ts';
import type { CenterClient } from '../sync/center-client.ts';
import type { Transactions } from './transactions/transactions.ts';

/** What the services of a visit are made of. Devices that this machine lacks are absent. */
export interface ServiceParts {
  readonly kiosk: { readonly id: string; readonly site: string; readonly phone: string };
  readonly transactions: Transactions;
  readonly center: CenterClient;
  readonly layout: Pick<DocumentLayout, 'layOut' | 'stamp'>;
  /** What stands on the guide of an item besides the item itself. */
  readonly guides: (item: CatalogueItem) => GuideSources;
  readonly prints: PrintService | undefined;
  readonly receipts: Pick<ReceiptPrinter, 'status' | 'print'> | undefined;
  readonly clock: Clock;
  readonly log: Log;
}
