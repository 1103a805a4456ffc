import type { DeliveredStamp, StampResult } from '../delivered/stamp-delivered.ts';
import type { LayoutRequest, LayoutResult } from './layout-request.ts';

/** What the thread can be asked. */
export type ThreadTask =
  | { readonly kind: 'warm' }
  | { readonly kind: 'layOut'; readonly request: LayoutRequest }
  | { readonly kind: 'stamp'; readonly pdf: Uint8Array; readonly stamp: DeliveredStamp };

export interface ThreadAnswers {
  readonly warm: 'done';
  readonly layOut: LayoutResult;
  readonly stamp: StampResult;
}

export interface ThreadCall {
  /** Pairs a call with its reply. */
  readonly id: number;
  readonly task: ThreadTask;
}

export type ThreadReply =
  | { readonly id: number; readonly answer: ThreadAnswers[keyof ThreadAnswers] }
  /** A bug, named without the text that was being laid out. */
  | { readonly id: number; readonly fault: string };
