import type { PaperKind } from '../../../contract/device-config/document.ts';
import type { ErrorCode } from '../../../contract/errors.ts';

/** What became of one document. `printed` only on the printer's own evidence; without evidence it is `unknown`. */
export type PrintOutcome =
  | { readonly outcome: 'printed'; readonly impressions: number }
  | { readonly outcome: 'notPrinted'; readonly code: ErrorCode }
  | { readonly outcome: 'unknown'; readonly code: ErrorCode };

/** How far a print is. `trouble` holds while the printer is held up and is null again once it is mended. */
export interface PrintProgress {
  /** Impressions that the printer has reported so far. */
  readonly impressions: number;
  readonly trouble: ErrorCode | null;
}

export interface PrintRequest {
  /** Idempotency key of this print; asking twice with the same id throws, because paper cannot be taken back. */
  readonly printId: string;
  readonly transactionId: string;
  /** Unique among all jobs of this kiosk; holds no personal data: it is seen in the printer's queue. */
  readonly jobName: string;
  readonly pdf: Uint8Array;
  /** Pages of the PDF; one page is one impression, on one side or on two. */
  readonly pages: number;
  /** Which paper it belongs on, where the printer has trays for each; `record` unless said. */
  readonly paper?: PaperKind;
  readonly onProgress: (progress: PrintProgress) => void;
  /** Aborted when the person has given up: the job is canceled and the outcome is what the printer then says. */
  readonly giveUp: AbortSignal;
}

export interface PrintService {
  /** Prints one document and follows it to its end. Bounded by the named limits of `delays.ts`; throws only on bugs. */
  print(request: PrintRequest): Promise<PrintOutcome>;
}
