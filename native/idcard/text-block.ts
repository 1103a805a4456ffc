import type { IdentityCard } from '../../contract/identity-card.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { decodeForeigner2017, decodeForeigner2023 } from './layout-foreigner.ts';
import { decodeHkMacaoTaiwan, decodeResident } from './layout-resident.ts';
import { createFieldReader, type FieldReader, type TextFailure } from './text-fields.ts';

export const TEXT_BLOCK_BYTES = 256;
/** The type flag stands at the same place in all four layouts. */
const TYPE_FLAG_OFFSET = 248;

const LAYOUTS = new Map<string, (fields: FieldReader) => IdentityCard>([
  ['', decodeResident],
  ['J', decodeHkMacaoTaiwan],
  ['I', decodeForeigner2017],
  ['Y', decodeForeigner2023],
]);

export interface DecodedText {
  readonly card: IdentityCard;
  /** Characters of the card that could not be shown and stand as U+FFFD. */
  readonly replacedCharacters: number;
}

/**
 * The 256 bytes of text, UTF-16LE, as a card. `card.unsupported`: an unknown type flag or a block that does not fit its
 * layout; `card.invalid`: it fits, but a field is missing, the number fails GB 11643, or a date is no date.
 */
export function decodeTextBlock(block: Uint8Array): Result<DecodedText, TextFailure> {
  if (block.length !== TEXT_BLOCK_BYTES) return err('card.unsupported');
  const flag = createFieldReader(block).text(TYPE_FLAG_OFFSET, 2);
  const layout = LAYOUTS.get(flag);
  if (!layout) return err('card.unsupported');
  const fields = createFieldReader(block);
  const card = fields.finish(layout(fields));
  return card.ok ? ok({ card: card.value, replacedCharacters: fields.replaced() }) : card;
}
