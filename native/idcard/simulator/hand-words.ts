import { z } from 'zod';
import { type IdentityCard, identityCardSchema } from '../../../contract/identity-card.ts';

/** Nobody's card: the division 319999 does not exist. */
export const SPECIMEN_CARD: IdentityCard = {
  kind: 'resident',
  name: '样本',
  sex: 'female',
  ethnicCode: '01',
  birthDate: '1951-03-12',
  address: '上海市样本区样本路1号',
  idNumber: '319999195103129021',
  issuingAuthority: '上海市样本公安局样本分局',
  validFrom: '2011-06-01',
};

const fieldsSchema = identityCardSchema
  .partial()
  .extend({ latestAddress: z.string().max(35).optional() })
  .strict();

/** The specimen, with the fields of a JSON object in place of its own. Throws a RangeError for what makes no card. */
export function cardFrom(argument: string): {
  readonly card: IdentityCard;
  readonly latestAddress?: string | undefined;
} {
  if (argument.trim() === '') return { card: SPECIMEN_CARD };
  const fields = fieldsSchema.safeParse(parsed(argument));
  if (!fields.success) throw new RangeError(`fields of a card as JSON are wanted: ${z.prettifyError(fields.error)}`);
  const { latestAddress, ...given } = fields.data;
  const card = identityCardSchema.parse({ ...SPECIMEN_CARD, ...given });
  return { card, latestAddress };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RangeError('fields of a card as JSON are wanted');
    throw error;
  }
}
