import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SelfServiceItem } from '../../contract/catalogue/item.ts';
import type { QueryAnswer } from '../../contract/gateway.ts';
import type { SpecimenPerson } from '../../contract/specimen.ts';
import type { ServiceParts } from '../../main/services/service-parts.ts';
import { startCenterProcess } from '../rig/center-process.ts';
import { DEMO_KIOSK_ID, enrol, enrolledKey } from '../rig/kiosk-files.ts';
import { loadPeople } from '../rig/people.ts';
import type { Bench } from './bench.ts';
import { inFreshProcess } from './fresh-process.ts';
import { type Figure, figureOf, percentile, repeat } from './measure.ts';
import { type DocumentTimes, oneDocument } from './one-document.ts';
import { openVisitParts, popularItems } from './visit-parts.ts';

const QUERY_LIMIT_MS = 10_000;
/** Items that the department delivers finished are checked in a thread that is then made anew: people are not quicker. */
const PAUSE_FOR_CHECK_MS = 400;
const ONCE = join(import.meta.dirname, 'query-once.ts');

/** From the confirmed item to a document that can be printed: real center over loopback, real store, layout thread. */
export async function queryToDocument(bench: Bench): Promise<readonly Figure[]> {
  const kioskDir = join(bench.dir, 'kiosk');
  const centerDir = join(bench.dir, 'center');
  const { keysFile } = enrol(kioskDir, centerDir);
  const key = enrolledKey(kioskDir);
  const { url } = bench.closing(await startCenterProcess({ dataDir: centerDir, keysFile }));
  const { parts, warm: warmUp } = bench.closing(openVisitParts(kioskDir, url, key));
  await warmUp();

  const figures: Figure[] = [];
  for (const item of popularItems()) {
    const person = await personWithRecord(url, key, item);
    if (!person) throw new Error(`no specimen person has a record of ${item.name.zh}`);
    const isDelivered = item.machine.document.kind === 'delivered';
    const runs = bench.quick ? 5 : isDelivered ? 12 : 25;
    const warm: DocumentTimes[] = [];
    for (let run = -2; run < runs; run++) {
      if (isDelivered) await wait(PAUSE_FOR_CHECK_MS);
      const times = await made(parts, item, person);
      // The first ones show the compiler at work.
      if (run >= 0) warm.push(times);
    }
    const bare = await repeat(runs, () => bareQuery(url, key, item, person));
    const fresh = (run: number): Promise<DocumentTimes> => {
      const dataDir = join(bench.dir, `fresh-${item.code}-${run}`);
      return inFreshProcess<DocumentTimes>(bench, ONCE, [dataDir, url, key, item.code, person.id]);
    };
    // The very first one also fetches code and fonts from the disk.
    if (figures.length === 0) await fresh(-1);
    const cold: DocumentTimes[] = [];
    for (let run = 0; run < (bench.quick ? 1 : 3); run++) cold.push(await fresh(run));
    const beside = { what: 'bare POST of the query', value: percentile(bare, 0.5) };
    const name = `${item.name.zh} (${warm[0]?.pages ?? 0} p.)`;
    figures.push(
      figureOf(
        `query → document: ${name}, warm`,
        'ms',
        warm.map(({ totalMs }) => totalMs),
        beside,
      ),
      figureOf(
        '  of that, until the record is here',
        'ms',
        warm.map(({ queryMs }) => queryMs),
        beside,
      ),
      figureOf(
        '  in a fresh process',
        'ms',
        cold.map(({ totalMs }) => totalMs),
        beside,
      ),
    );
  }
  return figures;
}

async function made(parts: ServiceParts, item: SelfServiceItem, { card }: SpecimenPerson): Promise<DocumentTimes> {
  const times = await oneDocument(parts, item, card);
  if (!times) throw new Error(`the record of ${item.code} is gone`);
  return times;
}

/** Who has the most to print of this item. Asked without a transaction, so that nothing is on its way to the center. */
async function personWithRecord(url: string, key: string, item: SelfServiceItem): Promise<SpecimenPerson | undefined> {
  let most: { person: SpecimenPerson; rows: number } | undefined;
  for (const person of loadPeople()) {
    const answer = await bareQuery(url, key, item, person);
    if (answer.outcome !== 'record') continue;
    const rows = Object.values(answer.record.tables).reduce((sum, table) => sum + table.length, 0);
    if (rows > (most?.rows ?? -1)) most = { person, rows };
  }
  return most?.person;
}

/** The least that any client of the center does: asks, and reads the JSON. */
async function bareQuery(
  url: string,
  key: string,
  item: SelfServiceItem,
  { card }: SpecimenPerson,
): Promise<QueryAnswer> {
  const answer = await fetch(`${url}/v1/queries`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'x-tongban-kiosk': DEMO_KIOSK_ID, 'content-type': 'application/json' },
    body: JSON.stringify({
      queryId: randomUUID(),
      itemCode: item.code,
      holder: { cardKind: card.kind, name: card.name, idNumber: card.idNumber },
      purpose: item.machine.purpose.zh,
      inputs: {},
    }),
    signal: AbortSignal.timeout(QUERY_LIMIT_MS),
  });
  if (!answer.ok) throw new Error(`the center answered ${answer.status}`);
  return (await answer.json()) as QueryAnswer;
}
