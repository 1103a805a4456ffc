import type { Bilingual } from '../../contract/text.ts';
import type { Words } from '../i18n/zh.ts';
import type { Fact } from '../ui/facts.tsx';
import type { ItemScreen } from './item.tsx';

/** What people ask first: what they get, what it costs, how long it takes, who may come, where and when. */
export function itemFacts(
  { guide, handledBy, who }: Pick<ItemScreen, 'guide' | 'handledBy' | 'who'>,
  words: Words,
  say: (text: Bilingual) => string,
): readonly Fact[] {
  const { promisedDays, legalDays, visits, fee, reach } = guide;
  const takes = promisedDays === 0 ? words.onTheSpot : words.workingDays(promisedDays);
  const reaches = { city: words.reachCity, district: words.reachDistrict, street: words.reachStreet };
  const people = { holder: words.holder, agent: words.agent };
  return [
    { key: 'result', label: words.result, value: say(guide.result) },
    { key: 'fee', label: words.fee, value: fee ? say(fee) : words.free },
    {
      key: 'takes',
      label: words.takes,
      value: legalDays > promisedDays && promisedDays > 0 ? `${takes} (${words.legalDays(legalDays)})` : takes,
    },
    { key: 'visits', label: words.visits, value: visits === 0 ? words.noVisits : words.visitCount(visits) },
    { key: 'who', label: words.who, value: who.map((one) => people[one]).join(' / ') },
    { key: 'online', label: words.online, value: guide.online ? words.onlineYes : words.onlineNo },
    { key: 'reach', label: words.reachOf, value: reaches[reach] },
    { key: 'hours', label: words.hours, value: say(handledBy.hours) },
  ];
}
