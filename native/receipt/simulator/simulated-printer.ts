import type { Clock } from '../../clock.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import type { ReceiptCondition } from './conditions.ts';
import type { PrinterModel } from './models.ts';

/** A piece of paper that was cut off, as picture and as text (`[图 …]` for images, `[二维码 …]` for native codes). */
export interface SimulatedReceipt {
  readonly png: Buffer;
  readonly text: string;
}

export interface ReceiptSimulator {
  /** Sets or clears a condition; `afterLines`: once so many more lines or images are printed. */
  set(condition: ReceiptCondition, on: boolean, afterLines?: number): void;
  conditions(): readonly ReceiptCondition[];
  /** A hand takes the receipt out of the mouth. */
  takeTicket(): void;
  /** Called for every receipt that is cut off, before its `GS r` is answered. Answers how to stop listening. */
  onReceipt(listener: (receipt: SimulatedReceipt) => void): () => void;
  /** Resolves once so many lines and images in all were printed and the next begins. */
  whenPrinted(lines: number): Promise<void>;
  /** How often it was told to report changes by itself. */
  reportsEnabled(): number;
  /** Bytes so far that belong to no command or character this printer knows. */
  unknownBytes(): number;
  /** Stops printing; the port is the caller's to close. */
  close(): Promise<void>;
}

export interface ReceiptSimulatorOptions {
  readonly port: SimulatedPort;
  readonly clock: Clock;
  readonly widthDots: 576 | 384;
  /** Font files in order of preference: what the printer has in its ROM. */
  readonly fonts: readonly string[];
  /** How long a line or an image takes on paper. */
  readonly printMsPerLine: number;
  /** Absent: Epson's. */
  readonly model?: PrinterModel;
  /** Other than the model's: what it says to GS I, null if nothing. */
  readonly maker?: string | null;
}
