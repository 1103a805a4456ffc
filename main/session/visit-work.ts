import type { FormInputs } from '../../contract/catalogue/form.ts';
import type { CatalogueItem, SelfServiceItem } from '../../contract/catalogue/item.ts';
import type { PaperKind } from '../../contract/device-config/document.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { IssuedDocument, RatingLevel, TransactionState } from '../../contract/gateway.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { ServiceRecord } from '../../contract/record.ts';
import type { Result } from '../../contract/result.ts';
import type { Language } from '../../contract/screen.ts';
import type { PrintOutcome, PrintProgress } from '../printing/jobs/print.ts';

export type { PrintOutcome, PrintProgress };

/** What a department answered in this visit, bound to the transaction that asked. */
export type Fetched =
  | { readonly outcome: 'noRecord'; readonly transactionId: string }
  | {
      readonly outcome: 'record';
      readonly transactionId: string;
      readonly record: ServiceRecord;
      readonly document: IssuedDocument;
      /** A finished PDF of the department, already checked. */
      readonly delivered?: Uint8Array;
    };
export type FetchedRecord = Extract<Fetched, { outcome: 'record' }>;

/** A document that is ready for the printer. */
export interface PreparedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** A guide that is ready for the printer, bound to the transaction of its print. */
export interface PreparedGuide {
  readonly transactionId: string;
  readonly document: PreparedDocument;
}

/** Which transaction the paper belongs to, and by what name the printer knows it: nothing personal. */
export interface PrintTarget {
  readonly transactionId: string;
  readonly name: string;
  /** Which paper, where the printer has trays for each. */
  readonly paper: PaperKind;
}

/** What became, or is becoming, of a print that a restart interrupted. */
export interface EarlierPrint {
  readonly itemCode: string;
  /** `printing`: the printer has not told the end yet. */
  readonly outcome: 'printing' | Extract<TransactionState, 'printed' | 'notPrinted' | 'unknown'>;
}

/**
 * What a visit has done for it by the rest of the core. Transactions are written inside, before and after each act; the
 * session only follows the person. Every promise is bounded in time and none rejects.
 */
export interface VisitWork {
  /** Begins a transaction and asks the center; `card` is null where nobody is asked about. */
  fetch(
    item: SelfServiceItem,
    card: IdentityCard | null,
    inputs: FormInputs,
    signal: AbortSignal,
  ): Promise<Result<Fetched, ErrorCode>>;
  /** Lays out the record, or stamps the delivered document. */
  prepare(
    item: SelfServiceItem,
    card: IdentityCard | null,
    fetched: FetchedRecord,
  ): Promise<Result<PreparedDocument, ErrorCode>>;
  /** Lays out the guide of an item in the language of the page, and begins the transaction of its print. */
  guide(item: CatalogueItem, language: Language): Promise<Result<PreparedGuide, ErrorCode>>;
  print(
    target: PrintTarget,
    document: PreparedDocument,
    onProgress: (progress: PrintProgress) => void,
    giveUp: AbortSignal,
  ): Promise<PrintOutcome>;
  /** `undefined`: this machine has no receipt printer. */
  receipt(
    item: SelfServiceItem,
    card: IdentityCard | null,
    fetched: FetchedRecord,
    pages: number,
    language: Language,
  ): Promise<Result<void, ErrorCode>> | undefined;
  /** The resident looked and left without printing. */
  abandon(transactionId: string): void;
  rate(transactionId: string, level: RatingLevel): void;
  /** An end is told once; a print that still runs, as often as it is asked for. */
  earlier(card: IdentityCard): EarlierPrint | undefined;
}
