import { existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sleep, systemClock } from '../../../../native/clock.ts';
import { openStore } from '../../../store/database.ts';
import { openCatalogueThread } from '../catalogue-thread.ts';
import { CATALOGUE_MIGRATIONS } from '../migrations.ts';
import { catalogueVersions } from '../versions.ts';

/**
 * Applies one version after the other until it is killed: `<directory>/answer-n` brings version n. Says "BEGIN n"
 * before and "DONE n" after each. Arguments: directory, public key file, name of the catalogue.
 */
const [directory = '', keyFile = '', catalogue = ''] = process.argv.slice(2);
const path = join(directory, 'catalogue.sqlite');
const opened = openStore({ path, log: () => undefined, migrations: CATALOGUE_MIGRATIONS });
if (!opened.ok) throw new Error(opened.error);
const versions = catalogueVersions(opened.value.db);
const thread = openCatalogueThread(() => undefined);
const publicKey = readFileSync(keyFile, 'utf8');

for (;;) {
  const inUse = versions.numbers().current ?? 0;
  const file = join(directory, `answer-${inUse + 1}`);
  // All of them are stored: it waits for its end.
  if (!existsSync(file)) await sleep(systemClock, 60_000);
  const bytes = readFileSync(file);
  writeSync(1, `BEGIN ${inUse + 1}\n`);
  const expected = { catalogue, publicKey, inUse, rejected: [] };
  const outcome = await thread.run({ kind: 'answer', path, bytes, expected });
  if (!outcome.ok) throw new Error(`${outcome.error.reason}: ${outcome.error.detail}`);
  writeSync(1, `DONE ${inUse + 1}\n`);
}
