import type { EvidenceReport } from '../../../contract/locker-gateway.ts';
import type { Log } from '../../../contract/log-events.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import { bilingualSchema } from '../../../contract/text.ts';
import type { Sealer } from '../../store/sealing.ts';
import type { StoreFailure } from '../../store/write.ts';
import type { ActBook } from '../acts/act-book.ts';
import type { EvidenceQueue } from '../acts/evidence-queue.ts';
import type { Walks } from '../acts/walks.ts';
import type { CellBook } from '../cells/cell-book.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { Tries, TryScope } from '../codes/tries.ts';
import type { Gate } from '../gate.ts';
import type { Ledger } from '../ledger.ts';
import type { PickupDesk, PickupGrant, Proofs } from '../locker.ts';
import { holderOf, maskedHolder } from '../parcels/holder.ts';
import type { ParcelBook } from '../parcels/parcel-book.ts';
import type { StoredAct } from '../store/acts.ts';
import type { LockerTables } from '../store/tables.ts';
import type { Asked } from './asked.ts';
import type { Grant, Grants } from './grants.ts';
import type { Judge } from './judge.ts';

export interface PickupParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly sealer: Sealer;
  readonly log: Log;
  readonly kioskId: string;
  readonly gate: Gate;
  readonly judge: Judge;
  readonly tries: Tries;
  readonly grants: Grants;
  readonly acts: ActBook;
  readonly walks: Walks;
  readonly parcels: ParcelBook;
  readonly codes: CodeBook;
  readonly cells: CellBook;
  readonly asked: Asked;
  readonly evidence: EvidenceQueue;
  /** This door will be asked for in a moment. */
  readonly aim: (cell: number) => void;
}

/** The residents' side: what they bring is judged, and the door of the one parcel that it is for opens. */
export function createPickupDesk(parts: PickupParts): PickupDesk {
  const { tables, ledger, sealer, log, kioskId, gate, judge, tries, grants, acts, walks, parcels, codes, cells } =
    parts;
  const { asked, evidence, aim } = parts;

  /** A card with nothing here is no reason for tries of its own: whoever has several could try as often. */
  const scopeOf = ({ card }: Proofs): TryScope =>
    card === undefined || judge.ownedBy(card).length === 0 ? 'machine' : { idNumber: card.idNumber };
  const refuse = <Code extends string>(code: Code): Result<never, Code> => {
    log('pickup-refused', { code });
    return err(code);
  };
  const wrong = (scope: TryScope): Result<number, StoreFailure> =>
    ledger.commit(() => {
      const lockedMs = tries.wrong(scope);
      if (lockedMs > 0) {
        ledger.note('pickup-locked', { lockedMs });
        cells.raise('guessing', null);
      }
      return lockedMs;
    });
  const grantFor = (grant: Grant): PickupGrant => {
    const parcel = parcels.get(grant.parcelId);
    const itemName = bilingualSchema.parse(JSON.parse(parcel.item_name ?? 'null'));
    return {
      grantId: grant.grantId,
      parcelId: parcel.id,
      cell: parcel.cell ?? 0,
      itemName,
      caseNumber: parcel.case_number,
      maskedHolder: maskedHolder(sealer, parcel),
      by: grant.by,
    };
  };
  const writeEvidence = (act: StoredAct, grant: Grant, given: Pick<EvidenceReport, 'signature' | 'still'>): void => {
    const now = ledger.now();
    const report: EvidenceReport = {
      id: act.id,
      kioskId,
      parcelId: grant.parcelId,
      signature: given.signature,
      ...(given.still !== undefined && { still: given.still }),
      ...(grant.agentCard && { agent: holderOf(grant.agentCard) }),
      signedAt: new Date(now).toISOString(),
    };
    tables.evidence.insert.run(act.id, grant.parcelId, sealer.seal(`evidence:${act.id}`, JSON.stringify(report)), now);
    ledger.send(`evidence:${act.id}:1`, grant.parcelId, { kind: 'evidence', report });
  };

  return {
    waitingFor: (card) => judge.ownedBy(card).filter(({ state }) => state === 'stored').length,
    lockedMs: (card) => tries.lockedMs(scopeOf({ card })),
    prove(proofs) {
      const closed = gate.closed();
      if (closed !== undefined) return err(closed);
      const scope = scopeOf(proofs);
      // While the pad is closed a code is not looked at; card and QR code are still two.
      const isLocked = proofs.code !== undefined && tries.lockedMs(scope) > 0;
      const judged = judge.judge(isLocked ? { ...proofs, code: undefined } : proofs);
      if (judged.is === 'needMore')
        return isLocked && (proofs.card ?? proofs.qr) ? refuse('pickup.locked') : err('needMore');
      if (judged.is === 'refused') {
        if (judged.counts) {
          const counted = wrong(scope);
          // A try that cannot be counted must not be for free.
          if (!counted.ok) return refuse(counted.error);
          if (counted.value > 0) return refuse('pickup.locked');
        }
        return refuse(judged.code);
      }
      const { parcel, by } = judged;
      if (parcel.state !== 'stored' || !gate.isOpenFor(parcel)) return refuse('pickup.notReady');
      const agentCard = by === 'agent' ? proofs.card : undefined;
      if (grants.isHeld(parcel.id)) return refuse('pickup.notReady');
      const counted = ledger.commit(() => tries.right(scope));
      if (!counted.ok) return refuse(counted.error);
      const grant = grants.give({ parcelId: parcel.id, by, agentCard });
      if (grant === undefined) return refuse('pickup.notReady');
      if (parcel.cell !== null) aim(parcel.cell);
      return ok(grantFor(grant));
    },
    pickUp({ grantId }, { signature, still }) {
      const grant = grants.get(grantId);
      if (grant === undefined) return err('pickup.notReady');
      const parcel = parcels.get(grant.parcelId);
      const isAgain = parcel.state === 'releasing' && parcel.let_out === 1;
      if ((parcel.state !== 'stored' && !isAgain) || parcel.cell === null) return err('pickup.notReady');
      const closed = gate.refusal(parcel.cell, 'resident');
      if (closed !== undefined) return err(closed);
      const { cell } = parcel;
      const planned = ledger.commit(() => {
        const act = acts.plan({ kind: 'pickUp', cell, parcelId: parcel.id, actor: { who: grant.by } });
        if (!isAgain) parcels.change(parcel, 'releasing');
        writeEvidence(act, grant, { signature, still });
        return act;
      });
      if (!planned.ok) return planned;
      grants.use(grantId);
      return ok(walks.begin(planned.value));
    },
    confirmTaken({ grantId }) {
      const grant = grants.get(grantId);
      // After what the door did, also where that is not written yet.
      if (grant !== undefined) evidence.add(() => asked.confirm(grant.parcelId));
    },
    forget({ grantId }) {
      const grant = grants.get(grantId);
      if (grant === undefined) return;
      grants.drop(grantId);
      endVisit({ ledger, parcels, codes, asked, evidence }, grant.parcelId);
    },
  };
}

/** Whoever had a grant is gone: what they took counts as taken, and what they left inside gets new codes. */
export function endVisit(
  parts: Pick<PickupParts, 'ledger' | 'parcels' | 'codes' | 'asked' | 'evidence'>,
  parcelId: string,
): void {
  const { parcels, asked, evidence } = parts;
  if (parcels.get(parcelId).state === 'releasing') evidence.add(() => asked.end(parcelId));
  renewCodes(parts, parcelId);
}

/** Whoever left the document inside gets new codes, if the opening used up the old ones. */
export function renewCodes(
  { ledger, parcels, codes }: Pick<PickupParts, 'ledger' | 'parcels' | 'codes'>,
  parcelId: string,
): void {
  const isDue = (): boolean => parcels.get(parcelId).state === 'stored' && !codes.isLive(parcelId);
  // A disk that refuses is no loss here: the next start looks for documents without codes.
  if (isDue()) ledger.commit(() => codes.issue(parcels.get(parcelId), 'again'));
}
