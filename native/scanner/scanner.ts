import type { Result } from '../../contract/result.ts';

/** Why what the scanner sent is not handed on. Nothing of it is: half a code could pass for another one. */
export type ScanRefusal =
  /** More bytes than any code for us has. */
  | 'tooLong'
  | 'controlCharacters'
  /** Bytes that are no text in the configured encoding, or a report or key that means none. */
  | 'notDecodable'
  /** The configured prefix or suffix is missing. */
  | 'notFramed'
  /** More than one end of a code came in one go: the code holds one itself. */
  | 'joined'
  /** It began and did not end. */
  | 'incomplete'
  /** Keys that type no text: a code that tries to use the machine. */
  | 'keys';

export type ScannerEvent =
  /** `symbology`: the AIM identifier (`]Q1`), where the scanner sends one. */
  | { readonly type: 'scanned'; readonly text: string; readonly symbology?: string }
  | { readonly type: 'refused'; readonly reason: ScanRefusal };

/** What the kiosk uses. A type, not an interface, so that it can be told to another process as plain calls. */
export type ScannerCalls = {
  /**
   * Begins or ends looking. A scanner that looks by itself answers yes to both, for it cannot be told. Where the scanner
   * confirms (Newland), so does the answer; elsewhere it means that the command left. A wanted light is lit again after the
   * scanner came back.
   */
  trigger(on: boolean): Promise<Result<void, 'scanner.offline'>>;
};

export interface BarcodeScanner {
  readonly calls: ScannerCalls;
  /** Ends everything it started. */
  stop(): Promise<void>;
}
