import type { Sealer } from '../store/sealing.ts';
import type { Db } from '../store/write.ts';
import { createStaffDesk, type StaffDeskParts } from './create-staff-desk.ts';
import { createRoster } from './roster.ts';
import { createCheckSignIn } from './sign-in/check-sign-in.ts';
import { createTries } from './sign-in/tries.ts';
import type { StaffDesk } from './staff-desk.ts';

export interface StaffDeskOfMachine extends Omit<StaffDeskParts, 'checkSignIn' | 'fingerprint'> {
  /** Where `secrets/staff.json` lies. */
  readonly dataDir: string;
  readonly db: Db;
  readonly sealer: Sealer;
}

/** The desk of one machine, with its list of staff and its counted tries. */
export function openStaffDesk(machine: StaffDeskOfMachine): StaffDesk {
  const { dataDir, db, sealer, ...parts } = machine;
  const { log, clock } = parts;
  const checkSignIn = createCheckSignIn({
    roster: createRoster(dataDir, log),
    tries: createTries({ db, log, clock }),
    log,
  });
  return createStaffDesk({ ...parts, checkSignIn, fingerprint: (idNumber) => sealer.fingerprint(idNumber) });
}
