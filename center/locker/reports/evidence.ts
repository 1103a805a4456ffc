import type { EvidenceReport, InventoryReport } from '../../../contract/locker-gateway.ts';
import type { CenterDatabase } from '../../store/database.ts';
import type { Sealing } from '../sealing.ts';

/** What only has to be kept: signatures, sealed, and what staff found when they counted. */
export interface EvidenceStore {
  /** Call within a write. */
  putEvidence(report: EvidenceReport): void;
  /** Call within a write. */
  putInventory(report: InventoryReport): void;
  /** The newest of a kiosk. */
  lastInventory(kioskId: string): KnownInventory | undefined;
}

export interface KnownInventory {
  readonly staffNumber: string;
  readonly cells: number;
  readonly differences: number;
  readonly at: string;
}

export function evidenceStore(database: CenterDatabase, sealing: Sealing): EvidenceStore {
  const insertEvidence = database.prepare('INSERT INTO locker_evidence VALUES (?, ?, ?, ?, ?)');
  const insertInventory = database.prepare('INSERT INTO locker_inventories VALUES (?, ?, ?, ?, ?, ?)');
  const last = database.prepare<[string], KnownInventory>(
    `SELECT staff_number AS staffNumber, cells, json_array_length(differences) AS differences, at
     FROM locker_inventories WHERE kiosk_id = ? ORDER BY unixepoch(at) DESC LIMIT 1`,
  );
  return {
    putEvidence({ id, kioskId, parcelId, signedAt, ...personal }) {
      insertEvidence.run(id, parcelId, kioskId, sealing.seal(`evidence:${id}`, personal), signedAt);
    },
    putInventory({ id, kioskId, by, cells, differences, at }) {
      insertInventory.run(id, kioskId, by, cells, JSON.stringify(differences), at);
    },
    lastInventory: (kioskId) => last.get(kioskId),
  };
}
