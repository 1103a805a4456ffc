import type { EntryText } from '../../../../contract/catalogue/bundle.ts';
import { ENTRY_SCHEMAS, type EntryKind } from '../../../../contract/catalogue/entries.ts';
import { handlingCode, implementationCode, usccCheckCharacter } from '../../../../contract/catalogue/item-code.ts';

/** For tests: entries that fit together, as small as the schemas let them be. */

const FIRST_17 = '11310000MB2F00001';
const USCC = `${FIRST_17}${usccCheckCharacter(FIRST_17) ?? ''}`;

const both = (zh: string, en: string) => ({ zh, en });

/** The text of an entry as the builder writes it: with the schema's defaults, without what the schema does not know. */
export function entryText(kind: EntryKind, value: unknown): EntryText {
  const parsed = ENTRY_SCHEMAS[kind].parse(value);
  return { kind, id: 'code' in parsed ? parsed.code : parsed.id, text: JSON.stringify(parsed) };
}

export const codeOf = (number: number): string => `31${String(number).padStart(10, '0')}`;

export function itemValue(
  number: number,
  name = `第${number}号证明查询`,
): Record<string, unknown> & { machine: unknown } {
  const code = codeOf(number);
  const implementation = implementationCode(USCC, '3', code);
  return {
    code,
    implementationCode: implementation,
    handlingCode: handlingCode(implementation, 1),
    name: both(name, `Certificate ${number}`),
    aliases: [`证明${number}`],
    department: 'police',
    handledBy: { authority: both('样本局', 'Sample Bureau'), hours: both('工作日', 'Working days'), phone: '12345' },
    division: '319999',
    regions: [],
    type: '20',
    level: '3',
    audience: 'person',
    themes: ['home'],
    terminal: true,
    handlingForms: ['terminal', 'counter'],
    guide: {
      conditions: [both('本人。', 'The person.')],
      materials: [],
      legalDays: 0,
      promisedDays: 0,
      fee: null,
      steps: [both('放上身份证。', 'Lay the card down.')],
      visits: 0,
      online: true,
      reach: 'city',
      result: both('证明', 'A certificate'),
      offers: ['guide', 'qr'],
      faq: [],
    },
    icon: 'certificate',
    machine: {
      kind: 'query',
      who: ['holder'],
      identity: 'card',
      devices: ['idCard', 'document'],
      fetches: both('您的证明。', 'Your certificate.'),
      purpose: both('给您看。', 'To show it to you.'),
      form: [],
      binding: { resource: '证明' },
      document: { kind: 'shared', template: 'plain', title: both(name, `Certificate ${number}`), sealOwner: '样本局' },
    },
    state: { kind: 'open' },
    demand: number % 101,
  };
}

export const templateValue = (title = '证明') => ({
  id: 'plain',
  title: both(title, 'Certificate'),
  subject: [{ key: 'name', label: both('姓名', 'Name'), format: 'name' }],
  tables: [],
  notes: [],
  sealOwner: '样本局',
});

export const surroundings: readonly EntryText[] = [
  entryText('department', { id: 'police', name: both('公安', 'Police'), rank: 1, onHome: true, sections: [] }),
  entryText('theme', { id: 'home', name: both('住房', 'Home'), audience: 'person', rank: 1, sign: '房' }),
  entryText('place', {
    id: 'hall-1',
    kind: 'hall',
    name: both('样本中心', 'Sample Hall'),
    address: both('样本路1号', '1 Sample Road'),
    hours: both('工作日', 'Working days'),
    phone: '12345',
    latitude: 31,
    longitude: 121,
    devices: [],
    departments: [],
  }),
  entryText('template', templateValue()),
];

export const itemEntry = (number: number, name?: string): EntryText => entryText('item', itemValue(number, name));

/** A whole catalogue of so many items. */
export const entriesOf = (items: number): EntryText[] => [
  ...surroundings,
  entryText('phrase', { id: 'papers', says: ['开个证明'], items: [codeOf(1)] }),
  ...Array.from({ length: items }, (_, index) => itemEntry(index + 1)),
];
