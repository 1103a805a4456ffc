import type { Conditions, ReceiptCondition } from './conditions.ts';
import type { LineCounter } from './line-counter.ts';

/** Conditions that hold, and those that will once so many more lines are printed. */
export interface PlannedConditions {
  readonly now: Conditions;
  /** @param afterLines 0: at once */
  set(condition: ReceiptCondition, on: boolean, afterLines: number): void;
}

/** @param onChange called after each change, with what begins or ends */
export function createPlannedConditions(
  lines: LineCounter,
  onChange: (condition: ReceiptCondition, on: boolean) => void,
): PlannedConditions {
  const now = new Set<ReceiptCondition>();
  const planned = new Map<ReceiptCondition, () => void>();
  const change = (condition: ReceiptCondition, on: boolean): void => {
    if (on) now.add(condition);
    else now.delete(condition);
    onChange(condition, on);
  };
  return {
    now,
    set(condition, on, afterLines) {
      planned.get(condition)?.();
      planned.delete(condition);
      if (!on || afterLines === 0) {
        change(condition, on);
        return;
      }
      const begin = (): void => change(condition, true);
      planned.set(condition, lines.at(lines.total() + afterLines, begin));
    },
  };
}
