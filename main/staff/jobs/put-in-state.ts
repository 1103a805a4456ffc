import type { ErrorCode } from '../../../contract/errors.ts';
import type { LockerView } from '../../locker/locker.ts';
import type { PutInState } from '../desk/state.ts';
import { openAlone } from './stray-doors.ts';

/** Ready for the first scan. */
export const beginPutIn = (view: LockerView): PutInState => ({
  name: 'putIn',
  stage: 'scan',
  typed: '',
  urge: 'none',
  isLastCell: false,
  openBefore: openAlone(view),
});

/** Ready for the next scan, saying why the last one came to nothing. */
export const scanAgain = ({ openBefore, what }: PutInState, refused?: ErrorCode, caseNumber?: string): PutInState => ({
  name: 'putIn',
  stage: 'scan',
  typed: '',
  urge: 'none',
  isLastCell: false,
  openBefore,
  refused,
  refusedCase: refused && (caseNumber ?? what?.caseNumber),
});
