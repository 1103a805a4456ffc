import type { ErrorCode } from '../../contract/errors.ts';
import type { Direction, LockerCase, LockerColumns } from '../../contract/locker.ts';
import type { Result } from '../../contract/result.ts';
import type { Language } from '../../contract/screen.ts';
import type { Bilingual } from '../../contract/text.ts';
import type { HandInDesk, PickupDesk } from '../locker/locker.ts';

/** The paper that says that materials were handed in. */
export interface HandInSlip {
  readonly caseNumber: string;
  readonly itemName?: Bilingual | undefined;
  readonly cell: number;
  readonly parcelId: string;
}

/** What a visit has done for it at the locker. Every promise is bounded in time and none rejects. */
export interface LockerVisits {
  readonly pickup: PickupDesk;
  readonly handIn: HandInDesk;
  readonly columns: LockerColumns;
  readiness(): 'ready' | 'starting' | 'offline';
  hasScanner(): boolean;
  /** Asks the scanner to look, or to stop looking; a scanner that looks by itself does so anyway. */
  lookForCode(on: boolean): void;
  /** Whether a picture may be asked for. */
  readonly asksForStill: boolean;
  /** `case.…`: the center has judged it; `center.…`: it could not be asked. */
  findCase(caseNumber: string, direction: Direction, signal: AbortSignal): Promise<Result<LockerCase, ErrorCode>>;
  /** `undefined`: this machine has no receipt printer. */
  slip(slip: HandInSlip, language: Language): Promise<Result<void, ErrorCode>> | undefined;
}
