import { type Slip, slipSchema } from '../../contract/scanned.ts';

/** Longer than any address of ours: nothing longer is given to the address parser. */
const LONGEST_LINK = 400;

/**
 * The slip behind a link of ours: `…/verify/NUMBER?c=CHECK` on documents and receipts, `…/items/CODE` on guides and the
 * page. The text must be such a link to the letter: no other host, port, case, user part, fragment or further parameter.
 */
export function readSlip(text: string, publicUrl: string): Slip | undefined {
  const base = `${publicUrl.replace(/\/+$/, '')}/`;
  if (text.length > LONGEST_LINK || !text.startsWith(base)) return undefined;
  const rest = text.slice(base.length);
  const [, number, check] = /^verify\/([A-Z0-9-]+)\?c=([\w-]+)$/.exec(rest) ?? [];
  const [, code] = /^items\/([0-9]+)$/.exec(rest) ?? [];
  const slip = slipSchema.safeParse(
    number === undefined ? { type: 'item', code } : { type: 'document', number, check },
  );
  return slip.success ? slip.data : undefined;
}

/** Whether the text is an address, and its host ours, however it is written. */
export function isAtOurHost(text: string, publicUrl: string): boolean {
  const at = URL.parse(text);
  const ours = URL.parse(publicUrl);
  return at !== null && ours !== null && at.hostname !== '' && at.hostname === ours.hostname;
}
