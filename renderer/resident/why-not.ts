import type { Screen } from '../../contract/screen.ts';
import type { Bilingual } from '../../contract/text.ts';
import type { Words } from '../i18n/zh.ts';

type ItemScreen = Extract<Screen, { name: 'item' }>;

/** Why the item cannot be finished here and now, in one sentence; undefined: it can. */
export function whyNot(
  { item, canStart, suspended }: Pick<ItemScreen, 'item' | 'canStart' | 'suspended'>,
  words: Words,
  say: (text: Bilingual) => string,
): string | undefined {
  if (canStart) return undefined;
  switch (item.unavailable) {
    case 'suspended':
      return suspended ? words.whySuspended(say(suspended)) : words.suspended;
    case 'needsPrinter':
      return words.whyPrinter;
    case 'needsNetwork':
      return words.whyNetwork;
    case 'needsDevice':
      return words.whyDevice;
    case 'notHere':
      return words.whyNotHere;
    case 'stillPrinting':
      return words.stillPrinting;
    case undefined:
      return item.finishes ? words.cannotNow : words.finishesElsewhere;
  }
}
