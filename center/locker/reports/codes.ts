import { z } from 'zod';
import type { CodeReport } from '../../../contract/locker-gateway.ts';
import { codeReportSchema } from '../../../contract/locker-gateway.ts';
import type { CenterDatabase } from '../../store/database.ts';
import type { Sealing } from '../sealing.ts';

/** What opens a parcel, in plain: only for the message to its holder and the page behind its link. */
export interface PlainCodes {
  readonly issue: number;
  readonly code: string;
  readonly qr: string;
}

export interface CodeStore {
  /** Codes that are dead already are noted without what they are. Call within a write. */
  put(report: CodeReport, dead: boolean): void;
  /** The newest codes of a parcel, if they were not erased. */
  ofParcel(kioskId: string, parcelId: string): PlainCodes | undefined;
  /** The highest issue that was ever reported; 0: none. */
  highestIssue(kioskId: string, parcelId: string): number;
  /** Erases the codes of a parcel with an issue below `before`, or all. Call within a write. */
  erase(kioskId: string, parcelId: string, before?: number): void;
  /** Whose QR code it is, also after it was erased. */
  byQr(qr: string): { readonly kioskId: string; readonly parcelId: string; readonly alive: boolean } | undefined;
}

const sealedSchema = z.object({ code: codeReportSchema.shape.code, qr: codeReportSchema.shape.qr });

interface SealedRow {
  readonly id: string;
  readonly issue: number;
  readonly sealed: Buffer | null;
}

interface QrRow {
  readonly kioskId: string;
  readonly parcelId: string;
  readonly alive: 0 | 1;
}

export function codeStore(database: CenterDatabase, sealing: Sealing): CodeStore {
  const insert = database.prepare('INSERT INTO locker_codes VALUES (?, ?, ?, ?, ?, ?, ?)');
  const newest = database.prepare<[string, string], SealedRow>(
    'SELECT id, issue, sealed FROM locker_codes WHERE parcel_id = ? AND kiosk_id = ? ORDER BY issue DESC LIMIT 1',
  );
  const erase = database.prepare(
    'UPDATE locker_codes SET sealed = NULL WHERE parcel_id = ? AND kiosk_id = ? AND issue < ? AND sealed IS NOT NULL',
  );
  const byQr = database.prepare<[Buffer], QrRow>(
    `SELECT kiosk_id AS kioskId, parcel_id AS parcelId, sealed IS NOT NULL AS alive FROM locker_codes
     WHERE qr_hash = ? ORDER BY alive DESC, unixepoch(issued_at) DESC LIMIT 1`,
  );
  return {
    put({ id, parcelId, kioskId, issue, code, qr, issuedAt }, dead) {
      const sealed = dead ? null : sealing.seal(nameOf(id), { code, qr });
      insert.run(id, parcelId, kioskId, issue, sealed, sealing.hash(qr), issuedAt);
    },
    ofParcel(kioskId, parcelId) {
      const row = newest.get(parcelId, kioskId);
      if (!row?.sealed) return undefined;
      const plain = sealedSchema.safeParse(sealing.open(nameOf(row.id), row.sealed));
      return plain.success ? { issue: row.issue, ...plain.data } : undefined;
    },
    highestIssue: (kioskId, parcelId) => newest.get(parcelId, kioskId)?.issue ?? 0,
    erase: (kioskId, parcelId, before = Number.MAX_SAFE_INTEGER) => void erase.run(parcelId, kioskId, before),
    byQr(qr) {
      const row = byQr.get(sealing.hash(qr));
      return row && { kioskId: row.kioskId, parcelId: row.parcelId, alive: row.alive === 1 };
    },
  };
}

const nameOf = (id: string): string => `code:${id}`;
