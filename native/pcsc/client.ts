import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Meter } from '../device/meter.ts';
import type { WireOpener } from '../transport/wire.ts';
import { type Connection, createConnection } from './connection.ts';
import type { LinkFailure, PcscFailure } from './failure.ts';
import {
  type Disposition,
  encodeConnect,
  encodeDisconnect,
  encodeEstablishContext,
  encodeReleaseContext,
  encodeTransmit,
  FIELDS,
  MAX_ANSWER_BYTES,
  PROTOCOL_T0,
  REPLY_BYTES,
  wordAt,
} from './messages.ts';
import type { ReaderState } from './reader-states.ts';
import { createReaderWatch } from './reader-watch.ts';
import { pcscCode } from './return-codes.ts';
import { negotiate } from './version.ts';

/** pcscd answers from memory. */
export const PCSC_ANSWER_LIMIT_MS = 800;
/** Power, answer to reset (three voltages) and protocol: the card and the reader's firmware take their time. */
export const PCSC_CONNECT_LIMIT_MS = 3_000;
/** A card may ask for more time; a record of 32 bytes over a slow contact line takes some 50 ms. */
export const PCSC_TRANSMIT_LIMIT_MS = 2_000;
/** For the good-bye when everything ends. */
const RELEASE_LIMIT_MS = 200;

/** A card that is powered and ours; only of use with the client that gave it. */
export type CardHandle = number & { readonly card: unique symbol };

/** One context in pcscd. One call at a time; after a link failure every further call fails at once. */
export interface PcscClient {
  /** Resolves with the readers as soon as they differ from `seen`, or as they are after `limitMs` or an interrupt. */
  changed(seen: readonly ReaderState[], limitMs: number): Promise<Result<readonly ReaderState[], PcscFailure>>;
  /** Ends a wait of `changed` now. */
  interrupt(): void;
  /** Powers the card in this reader and takes it for us alone, with protocol T=0. */
  connect(reader: ReaderState): Promise<Result<CardHandle, PcscFailure>>;
  /** One command APDU of at most 261 bytes; answers data and status word together, at least two bytes. */
  transmit(card: CardHandle, apdu: Uint8Array): Promise<Result<Uint8Array, PcscFailure>>;
  disconnect(card: CardHandle, disposition: Disposition): Promise<Result<void, PcscFailure>>;
  close(): Promise<void>;
}

export interface PcscSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly meter: Meter;
}

const answer = (rv: number): PcscFailure => ({ kind: 'answer', code: pcscCode(rv), rv: rv >>> 0 });

/** The number after success cannot be anything but a handle. */
const isHandle = (_number: number): _number is CardHandle => true;

/** Opens the socket, agrees on a version and gets a context; within about two seconds, whatever is there. */
export async function openPcsc({ opener, clock, meter }: PcscSettings): Promise<Result<PcscClient, LinkFailure>> {
  const opened = await opener.open();
  if (!opened.ok) return err({ kind: 'absent', reason: opened.error });
  const connection = createConnection({ wire: opened.value, clock, meter });
  const agreed = await negotiate(connection, PCSC_ANSWER_LIMIT_MS);
  if (!agreed.ok) return agreed;
  const established = await connection.ask(
    encodeEstablishContext(),
    REPLY_BYTES.establishContext,
    PCSC_ANSWER_LIMIT_MS,
  );
  if (!established.ok) return established;
  const rv = wordAt(established.value, FIELDS.establishContext.rv);
  if (rv !== 0) return err(connection.fail({ kind: 'protocol', reason: `pcscd gives no context (${pcscCode(rv)})` }));
  return ok(createClient(connection, wordAt(established.value, FIELDS.establishContext.context)));
}

function createClient(connection: Connection, context: number): PcscClient {
  const watch = createReaderWatch(connection, PCSC_ANSWER_LIMIT_MS);
  return {
    changed: watch.changed,
    interrupt: watch.interrupt,
    async connect(reader) {
      const request = encodeConnect(context, reader.nameBytes);
      const reply = await connection.ask(request, REPLY_BYTES.connect, PCSC_CONNECT_LIMIT_MS);
      if (!reply.ok) return reply;
      const rv = wordAt(reply.value, FIELDS.connect.rv);
      if (rv !== 0) return err(answer(rv));
      const card = wordAt(reply.value, FIELDS.connect.card);
      const protocol = wordAt(reply.value, FIELDS.connect.protocol);
      if (protocol === PROTOCOL_T0 && isHandle(card)) return ok(card);
      return err(connection.fail({ kind: 'protocol', reason: `pcscd chose protocol ${protocol}` }));
    },
    async transmit(card, apdu) {
      const dataBytes = (fixed: Uint8Array): number => {
        const bytes = wordAt(fixed, FIELDS.transmit.answerBytes);
        return wordAt(fixed, FIELDS.transmit.rv) === 0 && bytes <= MAX_ANSWER_BYTES ? bytes : 0;
      };
      const request = encodeTransmit(card, apdu);
      const reply = await connection.ask(request, REPLY_BYTES.transmit, PCSC_TRANSMIT_LIMIT_MS, dataBytes);
      if (!reply.ok) return reply;
      const rv = wordAt(reply.value, FIELDS.transmit.rv);
      if (rv !== 0) return err(answer(rv));
      const data = reply.value.slice(REPLY_BYTES.transmit);
      if (data.length >= 2) return ok(data);
      return err(connection.fail({ kind: 'protocol', reason: 'an answer of the card without status, or too long' }));
    },
    async disconnect(card, disposition) {
      const request = encodeDisconnect(card, disposition);
      const reply = await connection.ask(request, REPLY_BYTES.disconnect, PCSC_CONNECT_LIMIT_MS);
      if (!reply.ok) return reply;
      const rv = wordAt(reply.value, FIELDS.disconnect.rv);
      return rv === 0 ? ok(undefined) : err(answer(rv));
    },
    async close() {
      // Politeness only: pcscd lets go of what belongs to a connection that ended.
      if (!connection.busy()) {
        await connection.ask(encodeReleaseContext(context), REPLY_BYTES.releaseContext, RELEASE_LIMIT_MS);
      }
      await connection.close();
    },
  };
}
