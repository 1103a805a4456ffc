import { z } from 'zod';
import { bilingualSchema, plainText, sentenceSchema } from '../text.ts';
import { type Guide, guideIdSchema, guideSchema, handledBySchema } from './guide.ts';
import { isBasicCode, wrongCode } from './item-code.ts';
import { type MachinePart, machinePartSchema } from './machine.ts';
import type { DocumentTemplate } from './template.ts';

export const itemCodeSchema = z.string().refine(isBasicCode, 'expected twelve digits, GB/T 39554.1');
export const placeNameSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'expected small letters, digits and dashes');
const division = z.string().regex(/^\d{6}$/, 'expected six digits, GB/T 2260');

export const itemIconSchema = z.enum([
  'medical',
  'insurance',
  'pension',
  'housing',
  'residence',
  'police',
  'visit',
  'certificate',
  'search',
  'apply',
  'pay',
  'pickup',
  'guide',
  'bundle',
]);
export type ItemIcon = z.infer<typeof itemIconSchema>;

/** One service item: the elements of GB/T 39554.2 that a resident meets, and what this kind of machine does with it. */
export const itemSchema = z
  .strictObject({
    /** 基本编码. */
    code: itemCodeSchema,
    /** 实施编码, 31 characters: 统一社会信用代码 + 行使层级 + 基本编码. */
    implementationCode: z.string().length(31),
    /** 业务办理项编码, 33 characters. */
    handlingCode: z.string().length(33),
    /** 事项名称. */
    name: bilingualSchema,
    /** What people say instead of the name; found, never shown as the name. */
    aliases: z.array(plainText(24)).max(12),
    /** An `id` of the departments: where it is found when browsing. */
    department: placeNameSchema,
    /** A section of that department; obligatory where the department has sections. */
    section: placeNameSchema.optional(),
    /** Who handles it, when, and whom to ask. */
    handledBy: handledBySchema,
    /** 行政区划 of the body that handles it, GB/T 2260. */
    division,
    /** Divisions whose residents it is for; empty: everybody. */
    regions: z.array(division).max(40),
    /** 事项类型: 01 许可 05 给付 07 确认 08 奖励 10 其他 20 公共服务 … */
    type: z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20']),
    /** 行使层级. */
    level: z.enum(['1', '2', '3', '4', '5', '6']),
    /** 服务对象: 自然人, 法人, 两者. */
    audience: z.enum(['person', 'company', 'both']),
    /** 自然人/法人主题分类: ids of the life events. */
    themes: z.array(placeNameSchema).max(6),
    /** 是否支持终端办理, `is_service_terminals` of the national exchange tables. */
    terminal: z.boolean(),
    /** 办理形式. */
    handlingForms: z
      .array(z.enum(['counter', 'online', 'terminal']))
      .min(1)
      .max(3),
    /** 实施清单要素 of its own; absent where it shares them. */
    guide: guideSchema.optional(),
    /** The `id` of a shared guide; exactly one of the two is there. */
    sharedGuide: guideIdSchema.optional(),
    /** “一件事”: the matters that it joins, with their codes where they are items of this catalogue. */
    parts: z
      .array(z.strictObject({ name: bilingualSchema, code: itemCodeSchema.optional() }))
      .min(2)
      .max(20)
      .optional(),
    icon: itemIconSchema,
    machine: machinePartSchema,
    /** `suspended`: nobody can have it at the moment, anywhere; the reason is told. */
    state: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('open') }),
      z.strictObject({ kind: z.literal('suspended'), reason: sentenceSchema }),
    ]),
    /** How much it is asked for, 0–100: decides between items that match equally well. */
    demand: z.number().int().min(0).max(100),
  })
  .superRefine((item, context) => {
    const wrong = wrongCode(item);
    if (wrong) {
      context.addIssue({
        code: 'custom',
        path: [wrong],
        message: 'expected to fit the item code and its check character',
      });
    }
    if ((item.guide === undefined) === (item.sharedGuide === undefined)) {
      const path = [item.guide === undefined ? 'guide' : 'sharedGuide'];
      context.addIssue({ code: 'custom', path, message: 'expected either guide or sharedGuide' });
    }
    const finishes = item.machine.kind === 'query' || item.machine.kind === 'print';
    if (finishes !== item.terminal) {
      context.addIssue({
        code: 'custom',
        path: ['terminal'],
        message: `expected ${finishes} for kind ${item.machine.kind}`,
      });
    }
    if (finishes !== item.handlingForms.includes('terminal')) {
      context.addIssue({
        code: 'custom',
        path: ['handlingForms'],
        message: 'expected "terminal" exactly where terminal is true',
      });
    }
  });
export type Item = z.infer<typeof itemSchema>;

type FinishedPart = Extract<MachinePart, { kind: 'query' | 'print' }>;
type FinishedDocument =
  | { readonly kind: 'layout'; readonly template: DocumentTemplate }
  | Extract<FinishedPart['document'], { kind: 'delivered' }>;

/** What every item has, with its shared guide already written in. */
type WithGuide = Omit<Item, 'machine' | 'guide' | 'sharedGuide'> & { readonly guide: Guide };

/** An item that this machine finishes, with its shared template already written in. */
export type SelfServiceItem = WithGuide & {
  readonly machine: Omit<FinishedPart, 'document'> & { readonly document: FinishedDocument };
};
/** An item as the kiosk works with it. */
export type CatalogueItem =
  | SelfServiceItem
  | (WithGuide & { readonly machine: Exclude<MachinePart, { kind: 'query' | 'print' }> });

export const isSelfService = (item: CatalogueItem): item is SelfServiceItem =>
  item.machine.kind === 'query' || item.machine.kind === 'print';
