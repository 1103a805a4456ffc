import type { Log } from '../../contract/log-events.ts';
import { type Clock, sleep } from '../clock.ts';
import type { WireOpener } from '../transport/wire.ts';
import { type Connection, createConnection } from './connection.ts';
import { askAllStatus, askStatusByte } from './conversation.ts';
import type { HealthKeeper, OfflineReason } from './health.ts';
import { SETTLE_MS } from './limits.ts';
import type { ReceiptProfile } from './profiles/profile.ts';
import type { ReceiptFailure, ReceiptStatus } from './receipt.ts';
import { refusalOf } from './status.ts';

/** Keeps a wire to a printer that answers, and what its last answer was. */
export interface PrinterLink {
  /** The wire in use; after a `look` that answered it is alive. */
  connection(): Connection | undefined;
  /** Asks on the open wire, and once more on a new one: a port that went and came back may not have said so. */
  look(): Promise<ReceiptStatus | undefined>;
  /** Looks: why nothing can be printed now; null: it can. */
  refusal(): Promise<ReceiptFailure | null>;
  /** Throws the wire away. The next look opens a new one. */
  drop(): Promise<void>;
  /** For good. */
  close(): Promise<void>;
}

export interface PrinterLinkParts {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly profile: ReceiptProfile;
  readonly health: HealthKeeper;
  readonly onEnd: () => void;
}

export function createPrinterLink({ opener, clock, log, profile, health, onEnd }: PrinterLinkParts): PrinterLink {
  let connection: Connection | undefined;
  let online: boolean | undefined;
  let silentBefore = false;
  let closed = false;

  async function drop(): Promise<void> {
    const old = connection;
    connection = undefined;
    await old?.close();
  }

  async function connected(): Promise<Connection | OfflineReason> {
    if (connection?.alive()) return connection;
    await drop();
    const opened = await opener.open();
    if (!opened.ok) return opened.error;
    if (closed) {
      await opened.value.close();
      return 'portGone';
    }
    const { dialect } = profile;
    const fresh = createConnection({ wire: opened.value, clock, log, dialect, onReport: health.reported, onEnd });
    connection = fresh;
    if (silentBefore) await sleep(clock, SETTLE_MS);
    return fresh;
  }

  /** The bytes; on a wire opened after a silence only if no late answer was among them, which shows by one too many. */
  async function ask(wire: Connection) {
    const surplus = wire.surplus();
    const bytes = await askAllStatus(wire, profile.questions);
    if (bytes === undefined || !silentBefore) return bytes;
    await sleep(clock, SETTLE_MS);
    return wire.surplus() === surplus ? bytes : undefined;
  }

  async function look(): Promise<ReceiptStatus | undefined> {
    let reason: OfflineReason = 'noAnswer';
    for (const _attempt of ['open wire', 'new wire']) {
      if (closed) return undefined;
      const wire = await connected();
      const bytes = typeof wire === 'string' ? undefined : await ask(wire);
      silentBefore = bytes === undefined;
      if (bytes !== undefined) {
        if (online !== true) log('device-online', { device: 'receipt' });
        online = true;
        return health.answered(bytes);
      }
      reason = typeof wire === 'string' ? wire : wire.alive() ? 'noAnswer' : 'portGone';
      await drop();
    }
    if (reason === 'noAnswer' && (await isOtherProfile())) reason = 'otherProfile';
    if (closed) return undefined;
    if (online !== false) log('device-offline', { device: 'receipt', code: 'receipt.offline' });
    online = false;
    health.offline(reason);
    return undefined;
  }

  /** A printer of another make than configured knows at least DLE EOT 1. */
  async function isOtherProfile(): Promise<boolean> {
    if (profile.questions.includes('printer')) return false;
    const wire = await connected();
    const answer = typeof wire === 'string' ? undefined : await askStatusByte(wire, 'printer');
    await drop();
    return answer !== undefined;
  }

  return {
    connection: () => connection,
    look,
    async refusal() {
      const status = await look();
      return status === undefined ? 'receipt.offline' : refusalOf(status);
    },
    drop,
    async close() {
      closed = true;
      await drop();
    },
  };
}
