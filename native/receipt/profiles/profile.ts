import type { ReceiptCompletion, ReceiptCut } from '../../../contract/device-config/receipt.ts';
import type { AnswerDialect } from '../answers.ts';
import type { RealTimeStatus } from '../escpos.ts';
import type { StatusBit } from '../status-bits.ts';

/** What a printer can be asked at any time: a byte of DLE EOT, or Custom's full status. */
export type StatusQuestion = RealTimeStatus | 'full';

/** How a make of printers differs from the others, as data. The driver asks this and never for a name. */
export interface ReceiptProfile {
  /** Asked in this order whenever its state is wanted. What it does not know must not stand here: it would count as silent. */
  readonly questions: readonly StatusQuestion[];
  readonly dialect: AnswerDialect;
  /** What the bits of its answers mean. */
  readonly bits: readonly StatusBit[];
  /** Makes it tell changes by itself, and how it does; absent: it is only asked. */
  readonly automatic?: { readonly enable: readonly number[]; readonly report: 'asb' | 'full' };
  readonly completion: ReceiptCompletion;
  /** Knows GS I: its name is the fence behind a cleared receipt. Where it does not come, silence is waited for. */
  readonly tellsName: boolean;
  readonly cut: ReceiptCut;
  readonly qr: 'native' | 'raster';
  readonly widthDots: 576 | 384;
  /** Knows ESC 9. */
  readonly selectsTextCode: boolean;
}
