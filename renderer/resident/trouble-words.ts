import { ERRORS, type ErrorCode } from '../../contract/errors.ts';
import type { Words } from '../i18n/zh.ts';
import type { Place } from '../ui/device-hint.tsx';

/** What helps with exactly this, instead of what helps with its kind. */
const OWN_STEPS: { readonly [C in ErrorCode]?: 'cardAgainDo' | 'cardChangedDo' | 'nextWaitPrinter' } = {
  'card.removedEarly': 'cardAgainDo',
  'card.changed': 'cardChangedDo',
  'printer.offline': 'nextWaitPrinter',
};

/** The one big next step of a trouble, where the screen does not offer "try again" itself. */
export function nextStepWords(code: ErrorCode, words: Words, phone: string): string {
  const own = OWN_STEPS[code];
  if (own) return words[own];
  switch (ERRORS[code].next) {
    case 'mendAndContinue':
      if (code.startsWith('card.')) return words.cardTroubleDo;
      return words.nextAskStaffMend(phone);
    case 'tryAgain':
      return words.nextLater;
    case 'elsewhere':
      return words.nextElsewhere;
    case 'askStaff':
      return words.nextAskStaff(phone);
  }
}

/** Where on the machine a trouble is, if it is at a place that a hand can reach. */
export function placeOfTrouble(code: ErrorCode): Place | null {
  if (code.startsWith('card.') || code.startsWith('reader.')) return 'card';
  if (code.startsWith('printer.')) return 'paper';
  if (code.startsWith('receipt.')) return 'receipt';
  return null;
}
