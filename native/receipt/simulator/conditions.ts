/** What a hand can do to the printer. `silent`: no power; it hears and says nothing. */
export type ReceiptCondition = 'paperEnd' | 'nearEnd' | 'coverOpen' | 'cutterError' | 'silent';
export type Conditions = ReadonlySet<ReceiptCondition>;

export const standsStill = (conditions: Conditions): boolean =>
  conditions.has('paperEnd') || conditions.has('coverOpen') || conditions.has('cutterError');

/** The byte that answers DLE EOT n. Bits 1 and 4 are always set. */
export function realTimeStatus(n: number, conditions: Conditions): number {
  const bit = (condition: ReceiptCondition, value: number): number => (conditions.has(condition) ? value : 0);
  switch (n) {
    case 1:
      return 0b0001_0010 | (standsStill(conditions) ? 0b0000_1000 : 0);
    case 2:
      return (
        0b0001_0010 | bit('coverOpen', 0b0000_0100) | bit('paperEnd', 0b0010_0000) | bit('cutterError', 0b0100_0000)
      );
    case 3:
      return 0b0001_0010 | bit('cutterError', 0b0000_1000);
    case 4:
      return 0b0001_0010 | bit('nearEnd', 0b0000_1100) | bit('paperEnd', 0b0110_0000);
    default:
      throw new RangeError(`DLE EOT ${n}`);
  }
}

/** The byte that answers GS r 1. */
export const paperSensorStatus = (conditions: Conditions): number => (conditions.has('nearEnd') ? 0b11 : 0);
