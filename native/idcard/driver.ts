import { err, ok, type Result } from '../../contract/result.ts';
import { type BaseInformation, splitBaseInformation } from './base-information.ts';
import type { SdtCommand } from './commands.ts';
import { type ConversationSettings, createConversation } from './conversation.ts';
import { type Dialect, sdtDialect } from './dialect.ts';
import type { ExchangeFailure } from './exchange.ts';
import { samIdText } from './sam-id.ts';
import { type SdtStatus, sdtStatus } from './status.ts';

/** No reply, or a reply that says no. */
export type SdtFailure =
  | { readonly kind: 'exchange'; readonly reason: ExchangeFailure }
  | { readonly kind: 'status'; readonly byte: number; readonly status: SdtStatus };

/**
 * One method, one exchange; one at a time. Every answer comes within the command's deadline (`commands.ts`). A command
 * that the module's dialect does not have is answered as by a module that does not know it (SW3 21).
 */
export interface SdtDriver {
  /** After a failed exchange, and on a new wire: proves that no older reply is on its way. Other methods need it first. */
  resync(): Promise<Result<void, SdtFailure>>;
  /** As printed on the module. */
  samId(): Promise<Result<string, SdtFailure>>;
  /** Whether `resetSam` is more than the answer that nobody knows it. */
  readonly canReset: boolean;
  resetSam(): Promise<Result<void, SdtFailure>>;
  findCard(): Promise<Result<void, SdtFailure>>;
  selectCard(): Promise<Result<void, SdtFailure>>;
  /** With the fingerprint where that is configured and the module can. */
  readBase(): Promise<Result<BaseInformation, SdtFailure>>;
  /** 追加地址: 70 bytes UTF-16LE; `undefined` when the card has none. */
  latestAddress(): Promise<Result<Uint8Array | undefined, SdtFailure>>;
  /** The card's IIN, SN and DN: 28 bytes, opaque. They name the card: never to be shown or logged. */
  managementNumber(): Promise<Result<Uint8Array, SdtFailure>>;
  close(): Promise<void>;
}

export type SdtDriverSettings = Omit<ConversationSettings, 'dialect'> & { readonly dialect?: Dialect | undefined };

const UNKNOWN_COMMAND = 0x21;
const WRONG_LENGTHS = 0x3f;

export function createSdtDriver(settings: SdtDriverSettings): SdtDriver {
  const { wire, log, dialect = sdtDialect() } = settings;
  const conversation = createConversation({ ...settings, dialect });
  let knowsFingerprint = true;

  const ask = async (command: SdtCommand | undefined): Promise<Result<Uint8Array, SdtFailure>> => {
    if (!command) return err(statusFailure(UNKNOWN_COMMAND));
    const replied = await conversation.ask(command);
    if (!replied.ok) return err({ kind: 'exchange', reason: replied.error });
    const { status, data } = replied.value;
    return status === command.goodStatus ? ok(data) : err(statusFailure(status));
  };
  const confirm = async (command: SdtCommand | undefined): Promise<Result<void, SdtFailure>> => {
    const answer = await ask(command);
    return answer.ok ? ok(undefined) : answer;
  };
  const read = async (command: SdtCommand, withFingerprint: boolean): Promise<Result<BaseInformation, SdtFailure>> => {
    const answer = await ask(command);
    if (!answer.ok) return answer;
    const parts = splitBaseInformation(answer.value, withFingerprint);
    if (parts.ok) return parts;
    log('wire-refused', { device: 'idCard', reason: parts.error });
    // What the module itself would say of it.
    return err(statusFailure(WRONG_LENGTHS));
  };

  return {
    resync: () => confirm(conversation.proof()),
    async samId() {
      const answer = await ask(dialect.samId);
      return answer.ok ? ok(samIdText(answer.value)) : answer;
    },
    canReset: dialect.reset !== undefined,
    resetSam: () => confirm(dialect.reset),
    findCard: () => confirm(dialect.find),
    selectCard: () => confirm(dialect.select),
    async readBase() {
      if (!dialect.readWithFingerprint || !knowsFingerprint) return read(dialect.read, false);
      const answer = await read(dialect.readWithFingerprint, true);
      if (answer.ok || !isUnknownCommand(answer.error)) return answer;
      knowsFingerprint = false;
      return read(dialect.read, false);
    },
    async latestAddress() {
      const answer = await ask(dialect.latestAddress);
      if (answer.ok) return answer;
      return answer.error.kind === 'status' && answer.error.status.handling === 'empty' ? ok(undefined) : answer;
    },
    managementNumber: () => ask(dialect.managementNumber),
    close: () => wire.close(),
  };
}

export function isUnknownCommand(failure: SdtFailure): boolean {
  return failure.kind === 'status' && failure.status.name === 'commandUnknown';
}

const statusFailure = (byte: number): SdtFailure => ({ kind: 'status', byte, status: sdtStatus(byte) });
