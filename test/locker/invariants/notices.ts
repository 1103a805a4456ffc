import type { NoticeReport } from '../../../contract/locker-gateway.ts';
import type { Rig } from '../world/rig.ts';
import { parcelRows } from './store-rows.ts';

const LAST_NOTICES = [
  ['released', 'taken'],
  ['takenBack', 'takenBack'],
] as const;

/** What holders were told, and should have been: each thing once. */
export function noticesDiffer(rig: Rig): readonly string[] {
  const { center, journal } = rig;
  const notices = [...center.notices.values()];
  const told = (parcelId: string, kind: NoticeReport['kind']): number =>
    notices.filter((notice) => notice.parcelId === parcelId && notice.kind === kind).length;
  const faults: string[] = [];
  for (const { id, direction, state } of parcelRows(rig.store())) {
    if (direction !== 'document') continue;
    const wasStored = center.parcels.get(id)?.storedAt !== undefined;
    if (told(id, 'deposited') !== (wasStored ? 1 : 0)) faults.push(`a deposit was told ${told(id, 'deposited')} times`);
    if (told(id, 'reminder') > 1) faults.push('a holder was reminded twice');
    for (const [last, kind] of LAST_NOTICES) {
      if (told(id, kind) !== (state === last ? 1 : 0))
        faults.push(`${state}, and ${kind} was told ${told(id, kind)} times`);
    }
  }
  for (const { parcelId, issue } of journal.codes()) {
    const brought = notices.filter((notice) => notice.parcelId === parcelId && notice.issue === issue);
    if (!brought.some(({ kind }) => kind === 'deposited' || kind === 'again'))
      faults.push('codes that nobody was told');
  }
  return faults;
}
