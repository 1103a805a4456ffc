import type { Rig } from '../world/rig.ts';

/** What is personal and still here, though the center has it and nobody here needs it any more. */
export function notErased(rig: Rig): readonly string[] {
  const db = rig.store();
  const count = (sql: string): number => db.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  const holders = count(`
    SELECT count(*) AS n FROM locker_parcels
    WHERE state IN ('released', 'takenBack', 'lost', 'canceled') AND (holder IS NOT NULL OR person IS NOT NULL)`);
  const signatures = count('SELECT count(*) AS n FROM locker_evidence WHERE sealed IS NOT NULL');
  return [
    ...(holders > 0 ? [`${holders} holders of parcels that are gone`] : []),
    ...(signatures > 0 ? [`${signatures} signatures that the center has`] : []),
  ];
}
