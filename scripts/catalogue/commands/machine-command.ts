import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_REFUSALS } from '../../../contract/catalogue/manifest.ts';
import { err } from '../../../contract/result.ts';
import type { CatalogueStatus } from '../../../contract/technician.ts';
import { openCatalogue } from '../../../main/catalogue/keeper.ts';
import { takeOwnership } from '../../../main/store/owner-lock.ts';
import { systemClock } from '../../../native/clock.ts';
import type { Output } from '../output.ts';

export interface MachineOptions {
  /** The data directory of a kiosk. */
  readonly dataDir: string;
  /** The catalogue that comes with the program. */
  readonly catalogue: string;
  readonly rollback: boolean;
  readonly json: boolean;
}

/** Says how the catalogue of a stopped kiosk stands, or goes back to its previous version. Answers the exit code. */
export async function machineCommand(options: MachineOptions, { out, err: fail }: Output): Promise<number> {
  const { dataDir, catalogue, rollback, json } = options;
  const file = join(dataDir, 'catalogue.sqlite');
  if (!existsSync(file)) {
    const demo = existsSync(join(dataDir, 'kiosk', 'catalogue.sqlite')) ? `: ${join(dataDir, 'kiosk')}?` : '';
    fail(`${dataDir}: expected the data directory of a kiosk that was started once${demo}`);
    return 1;
  }
  // A running kiosk holds its data: what could be read beside it would be only the seed.
  const owner = takeOwnership(`${file}.owner`);
  if (owner === null) {
    fail(`${dataDir}: the kiosk runs; stop it first (机器正在运行，请先停机)`);
    return 1;
  }
  owner.release();
  const keeper = await openCatalogue({
    dataDir,
    seedFile: join(catalogue, 'catalogue.jsonl'),
    site: { kioskId: '', division: '' },
    catalogueKey: undefined,
    // A stopped machine asks nobody.
    fetchDelta: async () => err('center.unreachable'),
    clock: systemClock,
    log: () => undefined,
  });
  try {
    if (rollback) {
      const gone = await keeper.rollback();
      if (!gone.ok) {
        fail(
          gone.error === 'noPrevious'
            ? 'there is no previous version to go back to'
            : 'the database did not take it: stop the kiosk first',
        );
        return 1;
      }
    }
    const status = keeper.status();
    for (const line of json ? [JSON.stringify(status, null, 2)] : linesOf(status)) out(line);
    return 0;
  } finally {
    await keeper.close();
  }
}

function linesOf({
  catalogue,
  version,
  publishedAt,
  items,
  previousVersion,
  checkedAt,
  refused,
}: CatalogueStatus): string[] {
  return [
    `${catalogue}, version ${version} of ${publishedAt}, ${items} items`,
    `previous version: ${previousVersion ?? 'none'}`,
    `center last asked: ${checkedAt ?? 'never'}`,
    refused
      ? `refused at ${refused.at}: version ${refused.version ?? 'unknown'}: ${CATALOGUE_REFUSALS[refused.reason]} (${refused.detail})`
      : 'nothing was refused',
  ];
}
