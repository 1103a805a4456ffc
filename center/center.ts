import { existsSync } from 'node:fs';
import { type KioskKeys, kioskKeysSchema } from './api/auth.ts';
import { catalogueTables } from './catalogue/catalogue-store.ts';
import { createPublisher, type Publisher } from './catalogue/publisher.ts';
import { signingKey } from './catalogue/signing-key.ts';
import { checkCode } from './documents/check-code.ts';
import { createCenterLocker, type LockerOptions } from './locker/locker.ts';
import { loadPeople } from './people.ts';
import { asOf } from './records/as-of.ts';
import { publishedItems } from './records/published-items.ts';
import { buildServer } from './server.ts';
import { openDatabase } from './store/database.ts';
import { groupCommit } from './store/group-commit.ts';
import { queryStore } from './store/queries.ts';
import { ratingStore } from './store/ratings.ts';
import { transactionStore } from './store/transactions.ts';

export interface CenterOptions extends LockerOptions {
  /** Holds the database and the key of the check codes; made if missing. */
  readonly dataDir: string;
  readonly kioskKeys: KioskKeys;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** What the QR codes begin with; default: the address it listens on. */
  readonly publicUrl?: string;
  /** Addresses, separated by commas, whose `x-forwarded-for` is believed; default: nobody's. */
  readonly trustedProxy?: string;
  /** Who is known; default: the specimen people. */
  readonly peopleFile?: string;
  /** The bundle that is published at the start if it is not the newest; default: the one of the program, where it has one. */
  readonly catalogueFile?: string;
  /** Default 10,000. */
  readonly requestTimeoutMs?: number;
  /** Wall time, for tests. */
  readonly now?: () => Date;
}

export interface RunningCenter {
  /** `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  readonly catalogue: Pick<Publisher, 'publicKey' | 'publish' | 'current'>;
  /** Stops listening, cuts connections and closes the database. */
  close(): Promise<void>;
}

const DEFAULT_REQUEST_TIMEOUT_MS = 10_000;
const OWN_CATALOGUE = new URL('../assets/catalogue/catalogue.jsonl', import.meta.url).pathname;

/**
 * Starts the reference gateway in this process.
 * @throws when the database, the people, the keys or the address cannot be used
 */
export async function startCenter(options: CenterOptions): Promise<RunningCenter> {
  const now = options.now ?? (() => new Date());
  const kioskKeys = kioskKeysSchema.parse(options.kioskKeys);
  const people = loadPeople(options.peopleFile);
  const database = openDatabase(options.dataDir);
  try {
    const check = checkCode(options.dataDir);
    const catalogue = createPublisher({ tables: catalogueTables(database), key: signingKey(options.dataDir), now });
    const catalogueFile = options.catalogueFile ?? (existsSync(OWN_CATALOGUE) ? OWN_CATALOGUE : undefined);
    if (catalogueFile !== undefined) catalogue.publishFile(catalogueFile);
    let publicUrl = options.publicUrl ?? '';
    const publicAddress = (path: string): string => `${publicUrl.replace(/\/+$/, '')}${path}`;
    const commits = groupCommit(database);
    const receivedAt = (): string => asOf(now()).instant;
    const pickupUrlOf = (qr: string): string => publicAddress(`/pickup/${qr}`);
    const locker = createCenterLocker(
      { dataDir: options.dataDir, database, commits, people, now, receivedAt, pickupUrlOf },
      options,
    );
    const app = await buildServer({
      kioskKeys,
      people,
      check,
      catalogue,
      items: publishedItems(catalogue),
      now,
      receivedAt,
      verifyUrlOf: (number) => publicAddress(`/verify/${number}?c=${check.of(number)}`),
      databaseAnswers: () => database.prepare('SELECT 1').pluck().get() === 1,
      trustedProxy: options.trustedProxy,
      requestTimeoutMs: options.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS,
      commits,
      locker,
      queries: queryStore(database),
      transactions: transactionStore(database),
      ratings: ratingStore(database),
    });
    const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
    if (publicUrl === '') publicUrl = url;
    locker.start();
    return {
      url,
      catalogue,
      async close() {
        await app.close();
        await locker.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
