import type { StaffScreen } from '../../../contract/staff.ts';
import type { LockerView } from '../../locker/locker.ts';
import type { SignedIn } from '../desk/state.ts';

const NOT_READY = { starting: 'locker.starting', offline: 'locker.offline' } as const;

/** The jobs, with what waits for each. */
export function jobsScreen({ number, name, role }: SignedIn, view: LockerView): StaffScreen {
  const readiness = view.readiness();
  const cells = view.cells();
  const documents = view.parcels('document');
  const materials = view.parcels('material');
  const inState = (state: (typeof cells)[number]['state']): number =>
    cells.filter((cell) => cell.state === state).length;
  return {
    name: 'jobs',
    staff: { number, name, role },
    ...(readiness !== 'ready' && { locker: NOT_READY[readiness] }),
    counts: {
      free: inState('free'),
      reserved: inState('reserved'),
      occupied: inState('occupied'),
      out: inState('outOfService'),
      documents: documents.filter(({ cell }) => cell !== null).length,
      overdue: documents.filter(({ overdue }) => overdue).length,
      materials: materials.filter(({ cell }) => cell !== null).length,
      inHand: [...documents, ...materials].filter(({ state }) => state === 'inHand').length,
      exceptions: view.exceptions().length,
    },
  };
}
