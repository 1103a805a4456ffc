import type { Bench } from './bench.ts';
import { cardToPage } from './card-to-page.ts';
import { catalogue } from './catalogue.ts';
import { coreStart } from './core-start.ts';
import { deviceDecode } from './device-decode.ts';
import { deviceExchange } from './device-exchange.ts';
import { devicesIdle } from './devices-idle.ts';
import { keyToResults } from './key-to-results.ts';
import { lockerState } from './locker-state.ts';
import type { Figure } from './measure.ts';
import { pdfPage } from './pdf-page.ts';
import { pickupToPulse } from './pickup-to-pulse.ts';
import { queryToDocument } from './query-to-document.ts';
import { readerExchange } from './reader-exchange.ts';
import { receiptEncode } from './receipt-encode.ts';
import { search } from './search.ts';
import { searchPeers } from './search-peers.ts';
import { transactionCommit } from './transaction-commit.ts';

export type Measure = (bench: Bench) => Promise<readonly Figure[]>;

/** Every measure by the name that `--only` takes, in the order of the report. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  'core-start': coreStart,
  'card-to-page': cardToPage,
  'key-to-results': keyToResults,
  catalogue,
  search,
  'search-peers': searchPeers,
  'query-to-document': queryToDocument,
  'pdf-page': pdfPage,
  'receipt-encode': receiptEncode,
  'transaction-commit': transactionCommit,
  'reader-exchange': readerExchange,
  'device-exchange': deviceExchange,
  'device-decode': deviceDecode,
  'locker-state': lockerState,
  'pickup-to-pulse': pickupToPulse,
  'devices-idle': devicesIdle,
};
