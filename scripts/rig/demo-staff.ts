import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SpecimenPerson } from '../../contract/specimen.ts';
import { writeRosterFile } from '../../main/staff/roster-file.ts';
import { hashPin } from '../../main/staff/sign-in/pin-hash.ts';
import { writePrivateFile } from '../../main/store/private-files.ts';
import { openSealer } from '../../main/store/sealing.ts';
import { personById } from './people.ts';

const memberSchema = z.object({ number: z.string(), pin: z.string(), label: z.string() });
/** Somebody who can sign in at the demo machine; the PIN is shown on the dock and is that of nobody else. */
export type DemoMember = z.infer<typeof memberSchema>;

/** Whose card signs the administrator in. */
export const ADMINISTRATOR_PERSON = 'chen-xiaoyu';

const newPin = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Two of the staff and an administrator, with PINs made for this data directory. Stay over restarts. */
export async function enrolDemoStaff(
  kioskDataDir: string,
  people: readonly SpecimenPerson[],
): Promise<readonly DemoMember[]> {
  const file = join(kioskDataDir, 'secrets', 'demo-staff.json');
  if (existsSync(file)) return z.array(memberSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  const { card } = personById(people, ADMINISTRATOR_PERSON);
  const members: DemoMember[] = [
    { number: '1001', pin: newPin(), label: '窗口人员' },
    { number: '1002', pin: newPin(), label: '另一位窗口人员' },
    { number: '9001', pin: newPin(), label: `管理员（还要放上${card.name}的身份证）` },
  ];
  const sealer = openSealer(join(kioskDataDir, 'secrets'));
  writeRosterFile(kioskDataDir, {
    version: 1,
    people: await Promise.all(
      members.map(async ({ number, pin }) => ({
        number,
        name: number === '9001' ? '管理员' : `工作人员${number}`,
        role: number === '9001' ? ('administrator' as const) : ('staff' as const),
        pin: await hashPin(pin),
        ...(number === '9001' && { card: sealer.fingerprint(card.idNumber).toString('hex') }),
        active: true,
      })),
    ),
  });
  writePrivateFile(file, Buffer.from(JSON.stringify(members)));
  return members;
}
