import type { Db } from '../../store/write.ts';
import { actStatements } from './acts.ts';
import { cellStatements } from './cells.ts';
import { codeStatements, tryStatements } from './codes.ts';
import { deedStatements, evidenceStatements } from './evidence.ts';
import { exceptionStatements } from './exceptions.ts';
import { parcelStatements } from './parcels.ts';

/** Every statement of the locker, prepared once. They throw what SQLite throws. */
export const lockerTables = (db: Db) => ({
  parcels: parcelStatements(db),
  acts: actStatements(db),
  cells: cellStatements(db),
  codes: codeStatements(db),
  tries: tryStatements(db),
  exceptions: exceptionStatements(db),
  evidence: evidenceStatements(db),
  deeds: deedStatements(db),
});

export type LockerTables = ReturnType<typeof lockerTables>;
