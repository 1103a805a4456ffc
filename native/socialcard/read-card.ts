import { err, ok, type Result } from '../../contract/result.ts';
import type { PcscFailure } from '../pcsc/failure.ts';
import {
  type FileName,
  type RecordForm,
  readRecord,
  type SelectForm,
  SSSE_NAME,
  selectByName,
  selectFile,
} from './apdu.ts';
import { type CardAnswer, converse, type Transmit } from './card-dialogue.ts';
import { ITEM_NAMES, ITEMS, type ItemName, type ItemValues, isNeeded } from './items.ts';
import { decodeRecord, type RecordFault } from './record.ts';

export type CardFailure =
  | { readonly kind: 'pcsc'; readonly failure: PcscFailure }
  /** The card answered this status word to this step. */
  | { readonly kind: 'status'; readonly step: string; readonly sw: number }
  | { readonly kind: 'record'; readonly step: string; readonly fault: RecordFault };

const SUCCESS = 0x9000;
/** "Not here", in the words cards use: no such file, no such record, wrong P1 or P2, unknown function or instruction. */
const NOT_SO = [0x6a81, 0x6a82, 0x6a83, 0x6a86, 0x6b00, 0x6d00];
const RECORD_FORMS = {
  auto: ['byIdentifier', 'byNumber'],
  byIdentifier: ['byIdentifier'],
  byNumber: ['byNumber'],
} as const;
const SELECT_FORMS = ['below', 'anywhere'] as const;

/**
 * Reads the items that need no PIN from a card that is powered: SELECT SSSE, then EF05 and EF06 and their records. A form
 * that the card understood is kept for what follows. An item that a visit can do without may be missing. No PIN is ever
 * asked for or sent: a city whose cards want one (6982) is answered with that status.
 */
export async function readCard(
  transmit: Transmit,
  records: 'auto' | RecordForm,
): Promise<Result<ItemValues, CardFailure>> {
  const selected = await one(transmit, 'SELECT SSSE', selectByName(SSSE_NAME));
  if (!selected.ok) return selected;
  let selectForms: readonly SelectForm[] = SELECT_FORMS;
  let recordForms: readonly RecordForm[] = RECORD_FORMS[records];
  let open: FileName | undefined;
  const values = new Map<ItemName, Uint8Array>();
  for (const name of ITEM_NAMES) {
    const { file, identifier, record, bytes } = ITEMS[name];
    if (file !== open) {
      const opened = await anyForm(selectForms, (form) => one(transmit, `SELECT ${file}`, selectFile(file, form)));
      if (!opened.ok) return opened;
      selectForms = [opened.value.form];
      open = file;
    }
    const read = await anyForm(recordForms, async (form) => {
      const which = form === 'byNumber' ? record : identifier;
      const answer = await one(transmit, `READ RECORD ${name}`, readRecord(form, which, bytes + 2));
      if (!answer.ok) return answer;
      const value = decodeRecord(answer.value.data, identifier, bytes);
      return value.ok ? value : err<CardFailure>({ kind: 'record', step: name, fault: value.error });
    });
    if (read.ok) {
      recordForms = [read.value.form];
      values.set(name, read.value.value);
    } else if (isNeeded(name) || !isMissing(read.error)) return read;
  }
  return ok(values);
}

async function one(transmit: Transmit, step: string, apdu: Uint8Array): Promise<Result<CardAnswer, CardFailure>> {
  const answer = await converse(transmit, apdu);
  if (!answer.ok) return err({ kind: 'pcsc', failure: answer.error });
  return answer.value.sw === SUCCESS ? answer : err({ kind: 'status', step, sw: answer.value.sw });
}

/**
 * Tries one form after the other while the card says that it is not so. If none is understood, the first failure stands:
 * a record that the second form finds in the wrong place says nothing about the item.
 */
async function anyForm<Form, T>(
  forms: readonly Form[],
  attempt: (form: Form) => Promise<Result<T, CardFailure>>,
): Promise<Result<{ readonly form: Form; readonly value: T }, CardFailure>> {
  let first: CardFailure | undefined;
  for (const form of forms) {
    const result = await attempt(form);
    if (result.ok) return ok({ form, value: result.value });
    if (!isMissing(result.error) && (!first || result.error.kind !== 'record')) return result;
    first ??= result.error;
  }
  return err(first ?? { kind: 'record', step: 'no form', fault: 'empty' });
}

const isMissing = (failure: CardFailure): boolean => failure.kind === 'status' && NOT_SO.includes(failure.sw);

/** The card works, and is of another kind: nothing that putting it in again would change. */
export function isOtherCard(failure: CardFailure): boolean {
  if (failure.kind === 'pcsc') return failure.failure.kind === 'answer' && failure.failure.code === 'protocolMismatch';
  return failure.kind === 'record' || isMissing(failure) || [0x6700, 0x6982, 0x6985, 0x6e00].includes(failure.sw);
}
