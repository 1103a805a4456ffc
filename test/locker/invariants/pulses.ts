import type { Db } from '../../../main/store/write.ts';
import { count } from '../world/counts.ts';
import type { Rig } from '../world/rig.ts';
import { hasEvidence, plannedAt, waitingAt } from './store-rows.ts';

/**
 * Looks at every pulse in the moment in which it comes: there is one act for it, written before, not pulsed before, at this cell,
 * of somebody whom the drill itself saw let in; for a pick-up the signature is already there.
 */
export function watchPulses(rig: Rig): void {
  const pulsed = new Set<string>();
  rig.onPulse((cell) => {
    count(rig.counts.checks, 'a pulse has its act');
    const why = wrongWith(rig.store(), cell);
    if (why !== undefined) rig.findings.push(`a pulse at cell ${cell}: ${why}`);
  });

  function wrongWith(db: Db, cell: number): string | undefined {
    const planned = plannedAt(db, cell);
    const [act] = planned;
    if (!act || planned.length > 1) return `${planned.length} acts are planned`;
    if (pulsed.has(act.id)) return 'its act was pulsed before';
    pulsed.add(act.id);
    const leave = rig.ledger.leaves.get(act.id);
    if (!leave) return 'nobody was let to it';
    if (leave.cell !== cell) return `somebody was let to cell ${leave.cell}`;
    if (leave.why !== act.kind && !(leave.why === 'handIn' || leave.why === 'placeAnew'))
      return `let in to ${leave.why}, written ${act.kind}`;
    const waiting = waitingAt(db, cell);
    if (act.kind !== 'inspect' && waiting.length > 0)
      return `${act.kind}, while ${waiting.join(' and ')} waits for staff`;
    return act.kind === 'pickUp' && !hasEvidence(db, act.id) ? 'without a signature' : undefined;
  }
}
