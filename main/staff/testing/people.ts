import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { StaffRole } from '../../../contract/staff-rows.ts';
import type { Sealer } from '../../store/sealing.ts';
import { type RosterContent, type StaffMember, writeRosterFile } from '../roster-file.ts';
import { hashPin, type PinHash } from '../sign-in/pin-hash.ts';

/** An identity card with this number; nothing else on it matters to a sign-in. */
export const cardOf = (idNumber: string): IdentityCard => ({
  kind: 'resident',
  name: '赵敏',
  sex: 'female',
  birthDate: '1988-02-03',
  idNumber,
  validFrom: '2018-02-03',
});

/** Hashing is slow on purpose; each PIN of a test file is hashed once. */
const hashes = new Map<string, Promise<PinHash>>();

function hashOnce(pin: string): Promise<PinHash> {
  const hash = hashes.get(pin) ?? hashPin(pin);
  hashes.set(pin, hash);
  return hash;
}

export async function member(
  number: string,
  pin: string,
  more: { role?: StaffRole; card?: string; sealer?: Sealer; active?: boolean; clearedAt?: string } = {},
): Promise<StaffMember> {
  const { role = 'staff', card, sealer, active = true, clearedAt } = more;
  return {
    number,
    name: `员工${number}`,
    role,
    pin: await hashOnce(pin),
    active,
    ...(card !== undefined && sealer && { card: sealer.fingerprint(card).toString('hex') }),
    ...(clearedAt !== undefined && { clearedAt }),
  };
}

/** Writes a list of staff into a data directory, as `npm run staff` does. */
export function writeRoster(dataDir: string, people: StaffMember[], clearedAt?: string): void {
  const content: RosterContent = { version: 1, people, ...(clearedAt !== undefined && { clearedAt }) };
  writeRosterFile(dataDir, content);
}

/** Judges PINs of `member` without hashing them again. */
export async function isPinOfTest(pin: string, known: PinHash | undefined): Promise<boolean> {
  return known !== undefined && known.hash === (await hashes.get(pin))?.hash;
}
