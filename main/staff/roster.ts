import type { Log } from '../../contract/log-events.ts';
import { EMPTY_ROSTER, type RosterContent, readRosterFile, rosterPath } from './roster-file.ts';

/** Who may sign in at this machine. */
export interface Roster {
  /** Reads the list anew, so that a change needs no restart. One that cannot be used is a list of nobody. Never rejects. */
  read(): Promise<RosterContent>;
}

/** The list in the data directory. Whatever is wrong with it is logged (`staff-roster-refused`), never a crash. */
export function createRoster(dataDir: string, log: Log): Roster {
  const path = rosterPath(dataDir);
  return {
    async read() {
      const roster = await readRosterFile(path);
      if (!roster.ok) {
        log('staff-roster-refused', { reason: roster.error });
        return EMPTY_ROSTER;
      }
      log('staff-roster', { people: roster.value.people.length });
      return roster.value;
    },
  };
}
