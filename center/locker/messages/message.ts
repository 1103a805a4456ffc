import { z } from 'zod';
import type { NoticeReport } from '../../../contract/locker-gateway.ts';

/**
 * What became of a message. `waiting`: its codes are not there yet; `queued`: it is being delivered; `logged`: no webhook is
 * configured, the log is all there is; `superseded`: newer codes or the end of the parcel made it wrong before it was sent.
 */
export const deliverySchema = z.enum(['waiting', 'queued', 'logged', 'sent', 'failed', 'superseded']);
export type Delivery = z.infer<typeof deliverySchema>;

/**
 * Why a message was not delivered, or not yet. The first four are known before anything is sent. `elsewhere`: the case is not one
 * of the kiosk's site.
 */
export const messageFailureSchema = z.enum([
  'noMobile',
  'elsewhere',
  'queueFull',
  'codeUnreadable',
  'unreachable',
  'timeout',
  'redirect',
  'serverError',
  'refused',
]);
export type MessageFailure = z.infer<typeof messageFailureSchema>;

export type NoticeKind = NoticeReport['kind'];

/** A message without anything that must not be seen at the center. */
export interface Message {
  readonly id: string;
  readonly kioskId: string;
  readonly parcelId: string;
  readonly caseNumber: string;
  readonly kind: NoticeKind;
  /** Null: no codes go with it, or those of before. */
  readonly issue: number | null;
  /** When the kiosk asked for it. */
  readonly at: string;
  readonly receivedAt: string;
  readonly state: Delivery;
  readonly maskedMobile: string | null;
  readonly maskedText: string | null;
  readonly attempts: number;
  readonly failure: MessageFailure | null;
}

/** Messages that are about a parcel to be fetched: without its codes they say nothing, after its end they are wrong. */
export const invites = (kind: NoticeKind): boolean => kind === 'deposited' || kind === 'again' || kind === 'reminder';
