import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';
import type { ReceiptPrinter } from '../../native/receipt/receipt.ts';
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
  readonly prints: PrintService | undefined;
  readonly receipts: ReceiptPrinter | undefined;
  readonly clock: Clock;
  readonly log: Log;
}
