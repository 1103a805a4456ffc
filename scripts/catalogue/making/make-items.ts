import type { z } from 'zod';
import type { SharedGuide } from '../../../contract/catalogue/guide.ts';
import type { ItemIcon, itemSchema } from '../../../contract/catalogue/item.ts';
import { type ExercisingLevel, handlingCode, implementationCode } from '../../../contract/catalogue/item-code.ts';
import type { DepartmentFile, SelfServiceSource } from '../reading/source-schemas.ts';
import { sampleUscc } from './sample-authority.ts';

type ItemInput = z.input<typeof itemSchema>;

export interface MadeBy {
  readonly department: DepartmentFile;
  readonly division: string;
}

/** What a row of the table and an object of `self-service.json` have in common. */
interface Common {
  readonly serial: string;
  readonly kind: string;
  readonly audience: string;
  readonly section: string | undefined;
  readonly zh: string;
  readonly en: string;
  readonly aliases: readonly string[];
  readonly themes: readonly string[];
  readonly type: string;
  readonly level: string;
}

const PRINT_PURPOSE = {
  zh: '打印给您本人，由您自己使用。只用这一次，不作别的用处。',
  en: 'It is printed for you to use. It is used this once and for nothing else.',
};
const QUERY_PURPOSE = {
  zh: '给您本人看，需要时可以打印。只用这一次，不作别的用处。',
  en: 'For you to look at, and to print if you like. It is used this once and for nothing else.',
};
const PUBLIC_PURPOSE = {
  zh: '公开信息，谁都可以查，不需要身份证。',
  en: 'Public information: anybody may look it up, no card is needed.',
};

/** How much is asked for where nobody has counted: people come more often than companies, and for what is done at once. */
const DEMAND = { selfService: 40, person: 20, company: 8 } as const;

export const basicCode = ({ number }: DepartmentFile, serial: string): string => `31${number}${serial}`;

function common({ department, division }: MadeBy, source: Common, guide: SharedGuide, finishes: boolean) {
  const code = basicCode(department, source.serial);
  const level = source.level as ExercisingLevel;
  const implementation = implementationCode(sampleUscc(division, department.number), level, code);
  const { authority, hours, phone } = department;
  return {
    code,
    implementationCode: implementation,
    handlingCode: handlingCode(implementation, 1),
    name: { zh: source.zh, en: source.en },
    aliases: [...new Set(source.aliases.filter((alias) => alias !== '' && alias !== source.zh))],
    department: department.id,
    ...(source.section && { section: source.section }),
    handledBy: { authority, hours, phone },
    division,
    regions: [],
    type: source.type as ItemInput['type'],
    level,
    audience: source.audience as ItemInput['audience'],
    themes: [...source.themes],
    terminal: finishes,
    handlingForms: [
      'counter' as const,
      ...(guide.online ? (['online'] as const) : []),
      ...(finishes ? (['terminal'] as const) : []),
    ],
    sharedGuide: guide.id,
  };
}

const ICONS: Readonly<Record<string, ItemIcon>> = {
  'medical-security': 'medical',
  health: 'medical',
  'social-security': 'insurance',
  'housing-fund': 'housing',
  housing: 'housing',
  planning: 'housing',
  'public-security': 'police',
};

const iconOf = (department: string, kind: string): ItemIcon => {
  if (kind === 'pay' || kind === 'pickup') return kind;
  if (department === 'bundles') return 'bundle';
  if (kind === 'query' || kind === 'print') return ICONS[department] ?? (kind === 'query' ? 'search' : 'certificate');
  return kind === 'apply' ? (ICONS[department] ?? 'apply') : 'guide';
};

export interface GuideItemSource extends Common {
  readonly kind: 'apply' | 'pay' | 'pickup' | 'guide';
  readonly parts: ItemInput['parts'];
}

/** An item that ends in its guide. */
export function makeGuideItem(by: MadeBy, source: GuideItemSource, guide: SharedGuide): ItemInput {
  const { kind } = source;
  const devices = kind === 'pickup' ? (['locker'] as const) : kind === 'pay' ? (['payment'] as const) : [];
  return {
    ...common(by, source, guide, false),
    ...(source.parts && { parts: source.parts }),
    icon: iconOf(by.department.id, kind),
    machine: { kind, who: ['holder', 'agent'], devices: [...devices] },
    state: { kind: 'open' },
    demand: source.audience === 'company' ? DEMAND.company : DEMAND.person,
  };
}

/** An item that is finished at the machine. */
export function makeSelfServiceItem(by: MadeBy, source: SelfServiceSource, guide: SharedGuide): ItemInput {
  const { kind, identity, who, form, fetches, title, template, labels, sample, rows, notes } = source;
  const purpose = identity === 'none' ? PUBLIC_PURPOSE : kind === 'print' ? PRINT_PURPOSE : QUERY_PURPOSE;
  return {
    ...common(by, { ...source, section: source.section }, guide, true),
    icon: iconOf(by.department.id, kind),
    machine: {
      kind,
      who,
      identity,
      devices: [
        ...(identity === 'card' ? (['idCard'] as const) : []),
        ...(kind === 'print' ? (['document'] as const) : []),
      ],
      fetches,
      purpose: source.purpose ?? purpose,
      form,
      binding: { resource: title.zh, ...(source.holders.length > 0 && { sampleHolders: source.holders }) },
      document: {
        kind: 'shared',
        template,
        title,
        sealOwner: by.department.authority.zh,
        ...(labels && { labels }),
        ...(Object.keys(sample).length > 0 && { sample }),
        ...(rows && { sampleRows: rows }),
        ...(notes && { notes }),
      },
      ...(source.perDay && { limits: { perPersonAndDay: source.perDay } }),
    },
    state: source.state ? { kind: 'suspended', reason: source.state.suspended } : { kind: 'open' },
    demand: source.demand ?? DEMAND.selfService,
  };
}
