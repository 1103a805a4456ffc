import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../contract/result.ts';
import {
  EMPTY_ROSTER,
  type RosterContent,
  type RosterFault,
  readRosterFile,
  rosterPath,
  writeRosterFile,
} from '../../main/staff/roster-file.ts';
import { openSealer } from '../../main/store/sealing.ts';
import type { StaffCommand } from './arguments.ts';
import { changeRoster } from './change-roster.ts';

const FAULTS: Readonly<Record<Exclude<RosterFault, 'missing'>, string>> = {
  openToOthers: 'others may read or change it; look who did, then: chmod 600',
  damaged: 'it is damaged; put back a copy, or move it away and add everybody anew',
  unreadable: 'it cannot be read',
};

/** Does one command on the list of staff of a data directory. Either way a sentence; the error changed nothing. */
export async function runStaff(
  command: Exclude<StaffCommand, { name: 'help' }>,
  now = new Date(),
): Promise<Result<string, string>> {
  const wrong = wrongDirectory(command.data);
  if (wrong !== undefined) return err(wrong);
  const read = await readRosterFile(rosterPath(command.data));
  if (!read.ok && read.error !== 'missing') return err(`${rosterPath(command.data)}: ${FAULTS[read.error]}`);
  const content = read.ok ? read.value : EMPTY_ROSTER;
  if (command.name === 'list') return ok(listOf(content));
  const changed = await changeRoster(content, command, {
    fingerprint: (card) => openSealer(join(command.data, 'secrets')).fingerprint(card).toString('hex'),
    now,
  });
  if (!changed.ok) return changed;
  try {
    writeRosterFile(command.data, changed.value.content);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return err(`the list cannot be written (${error.code})`);
    throw error;
  }
  return ok(changed.value.says);
}

/** A mistyped directory would get a list of its own, and the machine would never see it. */
function wrongDirectory(data: string): string | undefined {
  if (!existsSync(data)) return `${data}: there is no such directory`;
  if (isKioskData(data)) return undefined;
  const inside = join(data, 'kiosk');
  const hint = isKioskData(inside) ? `; did you mean ${inside}?` : '';
  return `${data}: this is no kiosk's data, there is neither kiosk.sqlite nor secrets in it${hint}`;
}

const isKioskData = (dir: string): boolean => ['kiosk.sqlite', 'secrets'].some((name) => existsSync(join(dir, name)));

function listOf({ people }: RosterContent): string {
  if (people.length === 0) return 'nobody may sign in; add somebody: npm run staff -- add NUMBER --name NAME';
  return people
    .map(({ number, name, role, card, active }) =>
      [
        number.padEnd(8),
        active ? role.padEnd(13) : 'left'.padEnd(13),
        card === undefined ? 'PIN     ' : 'card+PIN',
        name,
      ].join('  '),
    )
    .join('\n');
}
