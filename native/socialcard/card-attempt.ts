import { createHash } from 'node:crypto';
import type { SocialCard } from '../../contract/social-card.ts';
import type { PcscClient } from '../pcsc/client.ts';
import { failureInWords, isLinkFailure, type LinkFailure } from '../pcsc/failure.ts';
import type { ReaderState } from '../pcsc/reader-states.ts';
import type { WireDirection } from '../transport/wire-tap.ts';
import type { RecordForm } from './apdu.ts';
import type { Transmit } from './card-dialogue.ts';
import { decodeCard } from './card-fields.ts';
import { type CardFailure, isOtherCard, readCard } from './read-card.ts';

/** What came of one try to read the card in the slot. `evidence` is for a technician: step and status word, no data. */
export type CardAttempt =
  | { readonly type: 'card'; readonly card: SocialCard; readonly mark: string; readonly replacedCharacters: number }
  /** The card answered, and is none that can be used: reading it again gives the same. */
  | { readonly type: 'unsupported'; readonly evidence: string }
  /** Another try may do it. */
  | { readonly type: 'failed'; readonly evidence: string }
  | { readonly type: 'link'; readonly failure: LinkFailure };

export interface AttemptSettings {
  readonly records: 'auto' | RecordForm;
  readonly ethnicCode: 'bcd' | 'binary';
  /** One line for each command and answer: header and status word only. */
  readonly say: (direction: WireDirection, text: string) => void;
}

/** Power, read, let go. After a failure the card is reset, so that the next try finds it as new. */
export async function attemptCard(
  client: PcscClient,
  reader: ReaderState,
  { records, ethnicCode, say }: AttemptSettings,
): Promise<CardAttempt> {
  const connected = await client.connect(reader);
  if (!connected.ok) return fromFailure({ kind: 'pcsc', failure: connected.error });
  const transmit: Transmit = async (apdu) => {
    say('toDevice', `APDU ${hex(apdu.subarray(0, 4))}`);
    const answer = await client.transmit(connected.value, apdu);
    if (answer.ok) say('fromDevice', `SW ${hex(answer.value.subarray(-2))}, ${answer.value.length - 2} bytes`);
    else say('fromDevice', failureInWords(answer.error));
    return answer;
  };
  const values = await readCard(transmit, records);
  const attempt = values.ok ? fromDecoded(decodeCard(values.value, ethnicCode)) : fromFailure(values.error);
  if (attempt.type === 'link') return attempt;
  const released = await client.disconnect(connected.value, attempt.type === 'failed' ? 'reset' : 'unpower');
  // A card that was pulled out meanwhile cannot be let go; that is no news.
  return !released.ok && isLinkFailure(released.error) ? { type: 'link', failure: released.error } : attempt;
}

function fromDecoded(decoded: ReturnType<typeof decodeCard>): CardAttempt {
  if (!decoded) return { type: 'unsupported', evidence: 'items that fit no card, or a number that fails GB 11643' };
  const { card, replacedCharacters } = decoded;
  // Tells two cards apart without keeping what stands on them.
  const mark = createHash('sha256').update(`${card.idNumber} ${card.cardNumber}`).digest('hex');
  return { type: 'card', card, mark, replacedCharacters };
}

function fromFailure(failure: CardFailure): CardAttempt {
  if (failure.kind === 'pcsc' && isLinkFailure(failure.failure)) return { type: 'link', failure: failure.failure };
  const evidence = cardFailureInWords(failure);
  return isOtherCard(failure) ? { type: 'unsupported', evidence } : { type: 'failed', evidence };
}

function cardFailureInWords(failure: CardFailure): string {
  if (failure.kind === 'pcsc') return failureInWords(failure.failure);
  if (failure.kind === 'record') return `record of ${failure.step}: wrong ${failure.fault}`;
  return `${failure.step}: SW ${failure.sw.toString(16).padStart(4, '0')}`;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
