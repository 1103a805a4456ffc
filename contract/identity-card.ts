import { z } from 'zod';

/** `YYYY-MM-DD`. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** GB/T 2261.1 sex codes. */
export const sexSchema = z.enum(['unknown', 'male', 'female', 'notStated']);
export type Sex = z.infer<typeof sexSchema>;

/**
 * The four cards that share the second-generation chip, told apart by the type flag at byte 248 of the text block:
 * space, `J`, `I`, `Y` (GA/T 490).
 */
export const cardKindSchema = z.enum(['resident', 'hkMacaoTaiwan', 'foreigner2017', 'foreigner2023']);
export type CardKind = z.infer<typeof cardKindSchema>;

/** What a card says about its holder, in one shape for all four layouts. Absent fields are absent on that card. */
export const identityCardSchema = z.object({
  kind: cardKindSchema,
  /** The name to greet by: Chinese where the card has one, else the English one. */
  name: z.string().min(1).max(60),
  englishName: z.string().optional(),
  sex: sexSchema,
  /** GB/T 3304 two digits; resident cards only. */
  ethnicCode: z.string().optional(),
  birthDate: isoDate,
  address: z.string().optional(),
  /** Citizen number (GB 11643, 18), or the permanent-residence number: 15 (2017) or 18 (2023). */
  idNumber: z.string().regex(/^[0-9A-Z]{15,18}$/),
  issuingAuthority: z.string().optional(),
  validFrom: isoDate,
  /** Absent means 长期 (no end). */
  validTo: isoDate.optional(),
  /** 通行证号码, 港澳台居民居住证 only. */
  travelPermitNumber: z.string().optional(),
  /** 签发次数 (`J`) or 换证次数 (`Y`). */
  issueCount: z.string().optional(),
  /** Three letters, GB/T 2659. */
  nationality: z.string().optional(),
});
export type IdentityCard = z.infer<typeof identityCardSchema>;

/** 张三 → 张*; keeps the first character (by code point, names may be beyond the BMP), at most two stars. */
export function maskName(name: string): string {
  const characters = [...name];
  const first = characters[0] ?? '';
  return first + '*'.repeat(Math.min(Math.max(characters.length - 1, 1), 2));
}

/** Keeps the first three and the last four characters. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.slice(0, 3) + '*'.repeat(Math.max(idNumber.length - 7, 0)) + idNumber.slice(-4);
}
