import type { Rig } from '../world/rig.ts';
import { actRows, parcelRows } from './store-rows.ts';

/** What the center knows otherwise than the machine; empty after everything was delivered. */
export function centerDiffers(rig: Rig): readonly string[] {
  const { center, journal } = rig;
  const faults: string[] = [];
  for (const row of parcelRows(rig.store())) {
    const report = center.parcels.get(row.id);
    if (!report) faults.push(`the center does not know a parcel that is ${row.state}`);
    else if (report.state !== row.state || report.cell !== row.cell || report.revision !== row.revision) {
      faults.push(`a parcel is ${row.state} in ${row.cell}, at the center ${report.state} in ${report.cell}`);
    }
  }
  for (const row of actRows(rig.store())) {
    const report = center.acts.get(row.id);
    if (!report) faults.push(`the center does not know an act of ${row.kind} that is ${row.state}`);
    else if (report.state !== row.state || report.cell !== row.cell || report.revision !== row.revision) {
      faults.push(`an act of ${row.kind} is ${row.state}, at the center ${report.state}`);
    } else if (row.kind === 'pickUp' && !center.evidence.has(row.id))
      faults.push('a pick-up has no signature at the center');
  }
  for (const view of rig.machine()?.locker.view.cells() ?? []) {
    const report = center.cells.get(view.cell);
    const here = JSON.stringify([view.out ?? null, view.exceptions.toSorted()]);
    const there = JSON.stringify([report?.out ?? null, (report?.exceptions ?? []).toSorted()]);
    if (here !== there) faults.push(`cell ${view.cell}: ${here}, at the center ${there}`);
  }
  for (const message of journal.newest().values()) {
    if (message.kind === 'act' && center.acts.get(message.report.id)?.revision !== message.report.revision) {
      faults.push('the last revision of an act never arrived');
    }
  }
  const waiting = rig.machine()?.outbox.counts();
  if (waiting && waiting.waiting + waiting.refused > 0)
    faults.push(`${waiting.waiting} messages wait, ${waiting.refused} were refused`);
  return faults;
}
