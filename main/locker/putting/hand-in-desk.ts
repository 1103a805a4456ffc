import type { IdentityCard } from '../../../contract/identity-card.ts';
import { err } from '../../../contract/result.ts';
import type { Sealer } from '../../store/sealing.ts';
import type { HandInDesk } from '../locker.ts';
import { holderOf, isHolder, openHolder } from '../parcels/holder.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';
import type { PutIn } from './put-in.ts';

/** Materials from residents. The one who hands in is their holder here, also while the center cannot be asked. */
export function createHandInDesk(tables: LockerTables, sealer: Sealer, putIn: PutIn): HandInDesk {
  const here = (caseNumber: string): StoredParcel | undefined => tables.parcels.ofCase.get(caseNumber, 'material');
  const isTheirs = (parcel: StoredParcel, card: IdentityCard): boolean => {
    const holder = openHolder(sealer, parcel);
    return holder !== undefined && isHolder(card, holder);
  };
  const material = (parcelId: string): StoredParcel | undefined => {
    const parcel = tables.parcels.byId.get(parcelId);
    return parcel?.direction === 'material' ? parcel : undefined;
  };
  return {
    hasMore(caseNumber, card) {
      const parcel = here(caseNumber);
      return parcel?.state === 'stored' && isTheirs(parcel, card);
    },
    handIn({ caseNumber, itemName, size }, card) {
      const parcel = here(caseNumber);
      if (parcel !== undefined) {
        const isMore = (parcel.state === 'stored' || parcel.state === 'putting') && isTheirs(parcel, card);
        return isMore ? putIn.at(parcel, { who: 'holder' }, 'resident') : err('case.stored');
      }
      return putIn.anew(
        {
          caseNumber,
          direction: 'material',
          itemName,
          size,
          agents: false,
          unverified: itemName === undefined,
          holder: holderOf(card),
        },
        { who: 'holder' },
      );
    },
    again(parcelId) {
      const parcel = material(parcelId);
      return parcel?.state === 'putting' ? putIn.at(parcel, { who: 'holder' }, 'resident') : err('locker.notThere');
    },
    cancel(parcelId) {
      const parcel = material(parcelId);
      // Refused while the door is open, and by a full disk: the sensor frees the cell later.
      if (parcel !== undefined) putIn.giveUp(parcel);
    },
  };
}
