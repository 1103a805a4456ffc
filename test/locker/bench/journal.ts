import type { OutboxMessage } from '../../../contract/gateway.ts';
import type { CodeReport } from '../../../contract/locker-gateway.ts';
import type { Db } from '../../../main/store/write.ts';
import type { Outbox } from '../../../main/sync/outbox.ts';

interface Row {
  readonly sequence: number;
  readonly key: string;
  readonly topic: string;
  readonly payload: Buffer;
  readonly state: string;
}

/** Everything that was ever written for the center, whether or not it has left. */
export interface Journal {
  /** Looks at what waits in the outbox now. */
  look(db: Db, outbox: Outbox): void;
  add(key: string, message: OutboxMessage): void;
  readonly messages: ReadonlyMap<string, OutboxMessage>;
  /** The newest codes of a parcel. */
  codesOf(parcelId: string): CodeReport | undefined;
  /** All codes that ever were. */
  codes(): readonly CodeReport[];
  /** The highest revision of each thing that has some, `act:…`, `parcel:…`, `cell:…`. */
  newest(): ReadonlyMap<string, OutboxMessage>;
  /** How many messages could not be read back, or were written twice with different contents. */
  broken(): readonly string[];
}

export function createJournal(): Journal {
  const messages = new Map<string, OutboxMessage>();
  const codes: CodeReport[] = [];
  const newest = new Map<string, OutboxMessage>();
  const broken: string[] = [];

  const add = (key: string, message: OutboxMessage): void => {
    const before = messages.get(key);
    if (before) {
      if (JSON.stringify(before) !== JSON.stringify(message)) broken.push(`two messages with the key ${key}`);
      return;
    }
    messages.set(key, message);
    if (message.kind === 'pickupCode') codes.push(message.report);
    const revised = revisionOf(message);
    if (!revised) return;
    const { topic, revision } = revised;
    const known = newest.get(topic);
    const last = known ? (revisionOf(known)?.revision ?? 0) : 0;
    if (revision <= last) broken.push(`${topic}: revision ${revision} after ${last}`);
    else newest.set(topic, message);
  };
  return {
    look(db, outbox) {
      const rows = db
        .prepare<[], Row>('SELECT sequence, key, topic, payload, state FROM outbox ORDER BY sequence')
        .all();
      for (const row of rows) {
        if (row.state === 'refused') broken.push(`${row.key} was set aside`);
        if (messages.has(row.key)) continue;
        const opened = outbox.open(row);
        if (opened.ok) add(row.key, opened.value);
        else broken.push(`${row.key}: ${opened.error}`);
      }
    },
    add,
    messages,
    codesOf: (parcelId) => codes.filter((code) => code.parcelId === parcelId).toSorted((a, b) => b.issue - a.issue)[0],
    codes: () => codes,
    newest: () => newest,
    broken: () => broken,
  };
}

function revisionOf({ kind, report }: OutboxMessage): { topic: string; revision: number } | undefined {
  if (kind === 'act' || kind === 'parcel') return { topic: `${kind}:${report.id}`, revision: report.revision };
  return kind === 'cell' ? { topic: `cell:${report.cell}`, revision: report.revision } : undefined;
}
