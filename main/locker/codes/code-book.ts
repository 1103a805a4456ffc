import { randomUUID } from 'node:crypto';
import type { NoticeReport } from '../../../contract/locker-gateway.ts';
import { encodePickupCode } from '../../../contract/pickup-code.ts';
import type { Sealer } from '../../store/sealing.ts';
import type { Ledger } from '../ledger.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';
import { type CodeHashes, codeHashes } from './hashes.ts';

/** Codes that open a parcel, and what its holder is told. All calls run within a commit. */
export interface CodeBook {
  /** New codes and the notice that brings them; those before are dead. */
  issue(parcel: StoredParcel, why: 'deposited' | 'again'): void;
  /** The live codes of a parcel are dead from here. */
  end(parcelId: string): void;
  isLive(parcelId: string): boolean;
  /** A notice to the holder. */
  tell(parcel: StoredParcel, kind: NoticeReport['kind']): void;
}

export interface CodeBookParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly sealer: Sealer;
  readonly kioskId: string;
  /** Even chances from 0 to below `below`. */
  readonly randomInt: (below: number) => number;
}

const SIX_DIGITS = 1_000_000;

export function createCodeBook({ tables, ledger, sealer, kioskId, randomInt }: CodeBookParts): CodeBook {
  const { codes } = tables;
  const hashes: CodeHashes = codeHashes(sealer);
  const sixDigits = (): string => String(randomInt(SIX_DIGITS)).padStart(6, '0');

  /** Not one that is live, nor one that was used lately: it would be told to be used. */
  const draw = (make: () => string, hashOf: (digits: string) => Buffer, taken: readonly Buffer[]): string => {
    for (;;) {
      const digits = make();
      const hash = hashOf(digits);
      if (!taken.some((other) => other.equals(hash))) return digits;
    }
  };
  const tell = (parcel: StoredParcel, kind: NoticeReport['kind']): void => {
    const id = randomUUID();
    const issue = codes.liveOf.get(parcel.id)?.issue;
    const report: NoticeReport = {
      id,
      parcelId: parcel.id,
      kioskId,
      caseNumber: parcel.case_number,
      kind,
      ...(issue !== undefined && { issue }),
      at: new Date(ledger.now()).toISOString(),
    };
    ledger.send(`notice:${id}:1`, parcel.id, { kind: 'notice', report });
  };

  return {
    issue(parcel, why) {
      const now = ledger.now();
      codes.end.run(now, parcel.id);
      const known = [...codes.live.all(), ...codes.used.all()];
      const code = draw(
        sixDigits,
        hashes.code,
        known.map((row) => row.code),
      );
      const digits = draw(
        () => sixDigits() + sixDigits(),
        hashes.qr,
        known.map((row) => row.qr),
      );
      const id = randomUUID();
      const issue = (codes.lastIssue.get(parcel.id)?.issue ?? 0) + 1;
      codes.insert.run({
        id,
        parcel_id: parcel.id,
        issue,
        code: hashes.code(code),
        qr: hashes.qr(digits),
        issued_at: now,
      });
      const report = {
        id,
        parcelId: parcel.id,
        kioskId,
        issue,
        code,
        qr: encodePickupCode(digits),
        issuedAt: new Date(now).toISOString(),
      };
      ledger.send(`code:${id}:1`, parcel.id, { kind: 'pickupCode', report });
      tell(parcel, why);
    },
    end: (parcelId) => void codes.end.run(ledger.now(), parcelId),
    isLive: (parcelId) => codes.liveOf.get(parcelId) !== undefined,
    tell,
  };
}
