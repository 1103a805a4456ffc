import { isCitizenNumber } from '../../contract/citizen-number.ts';
import { isCaseNumber } from '../../contract/locker.ts';
import { readPickupCode } from '../../contract/pickup-code.ts';
import { LONGEST_SCANNED, type Scanned, type ScanRefusalReason } from '../../contract/scanned.ts';
import { isAtOurHost, readSlip } from './read-slip.ts';

export interface ScanRules {
  /** What the links in our own QR codes begin with (`center.publicUrl`, or `center.url`). */
  readonly publicUrl: string;
}

/** Control, format, surrogate, private and unassigned characters, and the separators of lines: nothing of them is ours. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** RFC 3986: what an address is made of. */
const ADDRESS = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{12,}$/;
/**
 * The codes of 市民云 are not public [1: only that they hold no "http"]; every kind of opaque token known is made of these, and
 * longer than the number under a bar code on a shelf.
 */
const TOKEN = /^[A-Za-z0-9+/=_.:|~-]{20,}$/;

/**
 * What a scanned text is. Pure, total, and in time linear in the text's length; exactly one kind, or refused with a reason.
 *
 * That whatever contains "http" is a 随申码 and anything else a 市民云 code comes from one front-end in use [1]. Here both are
 * bounded: an address must be one and begin with http, a token must look like one. Neither is opened or understood here:
 * whom it stands for is known by the center alone, so the address of another site is no danger, only of no use.
 */
export function classifyScan(text: string, { publicUrl }: ScanRules): Scanned {
  if (text === '') return refused('empty');
  if (text.length > LONGEST_SCANNED) return refused('tooLong');
  if (UNPRINTABLE.test(text)) return refused('unprintable');

  const pickup = readPickupCode(text);
  if (pickup.type === 'digits') return { kind: 'pickupCode', digits: pickup.digits };
  if (pickup.type === 'wrong') return refused('wrongCheck');

  if (isCaseNumber(text)) return { kind: 'caseNumber', caseNumber: text };

  const slip = readSlip(text, publicUrl);
  if (slip) return { kind: 'slip', slip };
  if (isAtOurHost(text, publicUrl)) return refused('notASlip');

  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') {
    if (!ADDRESS.test(text)) return refused('unknown');
    return { kind: 'suishenCode', content: text, issuer: 'suishen' };
  }
  if (scheme !== undefined) return refused('scheme');
  if (isCitizenNumber(text)) return refused('citizenNumber');
  if (!TOKEN.test(text)) return refused('unknown');
  return { kind: 'suishenCode', content: text, issuer: /http/i.test(text) ? 'suishen' : 'citizenCloud' };
}

const refused = (reason: ScanRefusalReason): Scanned => ({ kind: 'refused', code: 'scanner.notOurs', reason });
