import { z } from 'zod';
import { bilingualSchema, plainText, sentenceSchema } from '../text.ts';

/** 申请材料, GB/T 39554.2 材料要素. */
export const materialSchema = z.strictObject({
  name: bilingualSchema,
  /** 材料类型: 原件, 复印件, 电子. */
  form: z.enum(['original', 'copy', 'electronic']),
  /** 份数. */
  copies: z.number().int().min(1).max(20),
  /** 必要性: 必要, 非必要 (in some cases), 容缺后补 (may be handed in later). */
  necessity: z.enum(['required', 'ifApplicable', 'later']),
  /** 来源渠道: 申请人自备, 政府部门核发, 其他. */
  source: z.enum(['applicant', 'government', 'other']),
  /** An electronic licence (电子证照, GB/T 36901) replaces the paper. */
  licence: z.boolean(),
  /** 填报须知. */
  note: sentenceSchema.optional(),
});
export type Material = z.infer<typeof materialSchema>;

/** Where a person can go on when this machine cannot finish the item. */
export const offerSchema = z.enum(['guide', 'appointment', 'remoteWindow', 'nearest', 'qr']);
export type Offer = z.infer<typeof offerSchema>;

/** 实施清单要素 (GB/T 39554.2): how a matter is handled, wherever it is handled. */
export const guideSchema = z.strictObject({
  /** 受理条件. */
  conditions: z.array(sentenceSchema).min(1).max(12),
  /** 申请材料. */
  materials: z.array(materialSchema).max(20),
  /** 法定办结时限, working days; 0: on the spot. */
  legalDays: z.number().int().min(0).max(400),
  /** 承诺办结时限, working days; 0: on the spot (即办件). */
  promisedDays: z.number().int().min(0).max(400),
  /** 收费标准; null: free of charge. */
  fee: sentenceSchema.nullable(),
  /** 办理流程. */
  steps: z.array(sentenceSchema).min(1).max(10),
  /** 到办事现场次数. */
  visits: z.number().int().min(0).max(5),
  /** 是否网办. */
  online: z.boolean(),
  /** 通办范围: the whole city, the district, the street. */
  reach: z.enum(['city', 'district', 'street']),
  /** 审批结果名称: what the person has in the end. */
  result: bilingualSchema,
  /** What is offered to go on; printing the guide is always among it, and never the only way. */
  offers: z
    .array(offerSchema)
    .min(2)
    .max(5)
    .refine((offers) => offers.includes('guide'), 'expected "guide" among the offers'),
  /** 常见问题. */
  faq: z.array(z.strictObject({ question: sentenceSchema, answer: sentenceSchema })).max(10),
});
export type Guide = z.infer<typeof guideSchema>;

export const guideIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'expected small letters, digits and dashes');

/** A guide that several items share: most matters of one kind need the same. */
export const sharedGuideSchema = guideSchema.extend({ id: guideIdSchema });
export type SharedGuide = z.infer<typeof sharedGuideSchema>;

/** 办理时间 and 咨询方式 of the body that handles it. */
export const handledBySchema = z.strictObject({
  /** 实施主体. */
  authority: bilingualSchema,
  /** 办理时间. */
  hours: bilingualSchema,
  /** 咨询方式. */
  phone: plainText(40),
});
