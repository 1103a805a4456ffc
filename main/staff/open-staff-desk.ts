import type { Sealer } from '../store/sealing.ts';
import type { Db } from '../store/write.ts';
import { createStaffDesk, type StaffDeskParts } from './create-staff-desk.ts';
import { createRoster } from './roster.ts';
import { createCheckSignIn } from './sign-in/check-sign-in.ts';
import { createTries } from './sign-in/tries.ts';
import type { StaffDesk } from './staff-desk.ts';

export interface StaffDeskOfMachine extends Omit<StaffDeskParts, 'checkSignIn' | 'fingerprint' | 'isListed'> {
  /** Where `secrets/staff.json` lies. */
  readonly dataDir: string;
  readonly db: Db;
  readonly sealer: Sealer;
}

/** The desk of one machine, with its list of staff and its counted tries. */
export function openStaffDesk(machine: StaffDeskOfMachine): StaffDesk {
  const { dataDir, db, sealer, ...parts } = machine;
  const { log, clock } = parts;
  const roster = createRoster(dataDir, log);
  const checkSignIn = createCheckSignIn({
    roster,
    tries: createTries({ db, log, clock }),
    log,
  });
  return createStaffDesk({
    ...parts,
    checkSignIn,
    isListed: async (card) => (await roster.read()).people.some((member) => member.active && member.card === card),
    fingerprint: (idNumber) => sealer.fingerprint(idNumber),
  });
}
