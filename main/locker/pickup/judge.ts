import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Sealer } from '../../store/sealing.ts';
import { codeHashes, matching } from '../codes/hashes.ts';
import type { Proofs } from '../locker.ts';
import { isHolder, openHolder } from '../parcels/holder.ts';
import type { StoredCode } from '../store/codes.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';

export type Judgement =
  | { readonly is: 'proven'; readonly parcel: StoredParcel; readonly by: 'holder' | 'agent' }
  | { readonly is: 'needMore' }
  /** `counts`: a code was compared and is none of those that it could be. */
  | {
      readonly is: 'refused';
      readonly code:
        | 'pickup.wrongCode'
        | 'pickup.usedCode'
        | 'pickup.unknownQr'
        | 'pickup.otherParcel'
        | 'pickup.nothingHere'
        | 'pickup.holderOnly'
        | 'pickup.notReady';
      readonly counts: boolean;
    };

const refused = (code: Extract<Judgement, { is: 'refused' }>['code'], counts = false): Judgement => ({
  is: 'refused',
  code,
  counts,
});
const proven = (parcel: StoredParcel, by: 'holder' | 'agent'): Judgement => ({ is: 'proven', parcel, by });

/** Refusals of an agent's proofs that no guess is counted for. */
const FRUITLESS: ReadonlySet<string> = new Set(['pickup.usedCode', 'pickup.unknownQr']);

/**
 * What the proofs are worth. One alone is not judged, so that nobody learns from it which codes there are; neither is a card that
 * is not the holder's a proof: with such a card, a code alone is still alone.
 */
export function createJudge(tables: LockerTables, sealer: Sealer) {
  const hashes = codeHashes(sealer);
  const byCode = (rows: readonly StoredCode[], digits: string | undefined): StoredCode | undefined =>
    digits === undefined ? undefined : matching(rows, (row) => row.code, hashes.code(digits));
  const byQr = (rows: readonly StoredCode[], digits: string | undefined): StoredCode | undefined =>
    digits === undefined ? undefined : matching(rows, (row) => row.qr, hashes.qr(digits));

  /** Staff have it, or have to look for it: no proof opens anything, so none is judged. */
  const isWithStaff = ({ id, state }: StoredParcel): boolean => {
    if (state === 'releasing') return tables.acts.lastOfParcel.get(id)?.kind !== 'pickUp';
    return state !== 'stored' && state !== 'released' && state !== 'canceled';
  };
  /** Used up by whoever took it; or dead because of what happened to the parcel, which is the staff's business to say. */
  const usedUp = ({ parcel_id }: StoredCode): Judgement => {
    const parcel = tables.parcels.byId.get(parcel_id);
    return refused(parcel && isWithStaff(parcel) ? 'pickup.notReady' : 'pickup.usedCode');
  };

  /** Live documents of exactly this person. */
  const ownedBy = (card: IdentityCard): readonly StoredParcel[] =>
    tables.parcels.ofPerson.all(sealer.fingerprint(card.idNumber), 'document').filter((parcel) => {
      const holder = openHolder(sealer, parcel);
      return holder !== undefined && isHolder(card, holder);
    });

  /** The holder's card, and a code or QR code. */
  const withCard = (owned: readonly StoredParcel[], live: readonly StoredCode[], proofs: Proofs): Judgement => {
    const parcelOf = (row: StoredCode | undefined) => owned.find(({ id }) => id === row?.parcel_id);
    const liveQr = byQr(live, proofs.qr);
    const ofCode = parcelOf(byCode(live, proofs.code));
    const ofQr = parcelOf(liveQr);
    if (ofCode && liveQr && liveQr.parcel_id !== ofCode.id) return refused('pickup.otherParcel');
    const parcel = ofCode ?? ofQr;
    if (parcel) return proven(parcel, 'holder');
    // Somebody with a document of their own here may fetch another one as an agent.
    if (proofs.code !== undefined && proofs.qr !== undefined) {
      const asAgent = withoutCard(live, proofs.code, proofs.qr);
      const saysNothing = asAgent.is === 'refused' && FRUITLESS.has(asAgent.code);
      return saysNothing && owned.some(isWithStaff) ? refused('pickup.notReady') : asAgent;
    }
    if (owned.every(isWithStaff)) return refused('pickup.notReady');
    const used = tables.codes.used.all();
    const ofUsed = byCode(used, proofs.code) ?? byQr(used, proofs.qr);
    if (ofUsed) return usedUp(ofUsed);
    if (proofs.code !== undefined) return refused('pickup.wrongCode', true);
    if (owned.some(isWithStaff)) return refused('pickup.notReady');
    return refused(liveQr ? 'pickup.nothingHere' : 'pickup.unknownQr');
  };
  const withoutCard = (live: readonly StoredCode[], code: string, qr: string): Judgement => {
    const row = byQr(live, qr);
    if (row === undefined) {
      const used = byQr(tables.codes.used.all(), qr);
      return used ? usedUp(used) : refused('pickup.unknownQr');
    }
    const parcel = tables.parcels.byId.get(row.parcel_id);
    if (parcel === undefined) return refused('pickup.unknownQr');
    if (isWithStaff(parcel)) return refused('pickup.notReady');
    // Said before the code is judged: a right one would not help.
    if (parcel.agents === 0) return refused('pickup.holderOnly');
    const ofCode = byCode(live, code);
    if (ofCode?.parcel_id === parcel.id) return proven(parcel, 'agent');
    if (ofCode) return refused('pickup.otherParcel', true);
    const used = byCode(tables.codes.used.all(), code);
    return used ? usedUp(used) : refused('pickup.wrongCode', true);
  };

  return {
    ownedBy,
    judge(proofs: Proofs): Judgement {
      const { card, code, qr } = proofs;
      if ([card, code, qr].filter((proof) => proof !== undefined).length < 2) return { is: 'needMore' };
      const live = tables.codes.live.all();
      const owned = card === undefined ? [] : ownedBy(card);
      if (owned.length > 0) return withCard(owned, live, proofs);
      if (code !== undefined && qr !== undefined) return withoutCard(live, code, qr);
      // A card with nothing here, and one more: told what an agent needs, the other is not looked at …
      const used = tables.codes.used.all();
      // … but for what was used already, which opens nothing.
      const ofUsed = byCode(used, code) ?? byQr(used, qr);
      return ofUsed ? usedUp(ofUsed) : refused('pickup.nothingHere');
    },
  };
}

export type Judge = ReturnType<typeof createJudge>;
