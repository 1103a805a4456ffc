import { fromCallback, fromPromise } from 'xstate';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { LockerCase } from '../../../contract/locker.ts';
import type { Result } from '../../../contract/result.ts';
import type { LockerVisits } from '../locker-visits.ts';
import { askForDoor, slipOf } from './locker-door.ts';
import { handInOf } from './locker-turn.ts';
import { type SessionContext, type SessionEvent, type Visit, visitOf } from './types.ts';

/** What the locker has done for a visit, as the session machine invokes it. */
export function lockerActors(locker: LockerVisits) {
  return {
    findCase: fromPromise<Result<LockerCase, ErrorCode>, Visit>(({ input, signal }) =>
      locker.findCase(handInOf(input).typed, 'material', signal),
    ),
    door: fromCallback<SessionEvent, Visit>(({ input, sendBack }) => {
      const tell = (event: SessionEvent): void => sendBack(event);
      const planned = askForDoor(locker, input);
      if (planned.ok) {
        const { cell, parcelId } = planned.value;
        tell({ type: 'door.planned', cell, parcelId });
        void planned.value
          .go((stage) => tell({ type: 'door.stage', stage }))
          .then((end) => tell({ type: 'door.ended', end }));
      } else tell({ type: 'door.refused', code: planned.error });
    }),
    slip: fromPromise<Result<void, ErrorCode> | undefined, SessionContext>(async ({ input }) =>
      locker.slip(slipOf(visitOf(input)), input.language),
    ),
  };
}
