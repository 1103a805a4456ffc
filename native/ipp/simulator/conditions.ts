import type { PrinterCondition } from './printer.ts';

const HOLDING = ['media-empty', 'media-jam', 'cover-open', 'toner-empty'] as const;
export type HoldingCondition = (typeof HOLDING)[number];

/** The conditions that a hand has set on the simulated printer. Once come about, they last until cleared. */
export class Conditions {
  readonly #afterPages = new Map<PrinterCondition, number>();
  #changed: (() => void)[] = [];

  set(condition: PrinterCondition, afterPages: number): void {
    this.#afterPages.set(condition, afterPages);
    this.#wake();
  }

  clear(condition: PrinterCondition): void {
    this.#afterPages.delete(condition);
    this.#wake();
  }

  all(): readonly PrinterCondition[] {
    return [...this.#afterPages.keys()];
  }

  /** Tells that a job has so many pages out; what was to come by then has come, for later jobs as well. */
  reached(pages: number): void {
    for (const [condition, after] of this.#afterPages) if (after <= pages) this.#afterPages.set(condition, 0);
  }

  has(condition: PrinterCondition): boolean {
    return this.#afterPages.get(condition) === 0;
  }

  holding(): HoldingCondition[] {
    return HOLDING.filter((condition) => this.has(condition));
  }

  /** Resolves at the next change. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.#changed.push(resolve));
  }

  #wake(): void {
    const waiting = this.#changed;
    this.#changed = [];
    for (const wake of waiting) wake();
  }
}
