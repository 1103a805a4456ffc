/** What a hand or the years can do to the printer. `silent`: no power; it hears and says nothing. */
export const RECEIPT_CONDITIONS = [
  'paperEnd',
  'nearEnd',
  'coverOpen',
  'cutterError',
  'mechanicalError',
  'headHot',
  'silent',
] as const;
export type ReceiptCondition = (typeof RECEIPT_CONDITIONS)[number];
export type Conditions = ReadonlySet<ReceiptCondition>;

/** What its own parts do at this moment. */
export interface Mechanics {
  readonly ticketInMouth: boolean;
  readonly moving: boolean;
  readonly spooling: boolean;
}

const BROKEN: readonly ReceiptCondition[] = ['cutterError', 'mechanicalError', 'headHot'];

export const standsStill = (conditions: Conditions): boolean =>
  conditions.has('paperEnd') || conditions.has('coverOpen') || isBroken(conditions);
const isBroken = (conditions: Conditions): boolean => BROKEN.some((condition) => conditions.has(condition));

/** Bits that are set while something holds. */
const bits = (...when: readonly (readonly [boolean, number])[]): number =>
  when.reduce((sum, [holds, value]) => (holds ? sum | value : sum), 0);

/** The byte that answers DLE EOT n. Bits 1 and 4 are always set. */
export function realTimeStatus(n: number, conditions: Conditions, mechanics: Mechanics): number {
  const is = (condition: ReceiptCondition): boolean => conditions.has(condition);
  const fixed = 0b0001_0010;
  switch (n) {
    case 1:
      return fixed | bits([standsStill(conditions), 0x08]);
    case 2:
      return fixed | bits([is('coverOpen'), 0x04], [is('paperEnd'), 0x20], [isBroken(conditions), 0x40]);
    case 3:
      return fixed | bits([is('mechanicalError'), 0x04], [is('cutterError'), 0x08], [is('headHot'), 0x40]);
    case 4:
      return fixed | bits([is('nearEnd'), 0x0c], [is('paperEnd'), 0x60]);
    case 17:
      return fixed | bits([mechanics.moving, 0x04], [is('paperEnd'), 0x20]);
    default:
      throw new RangeError(`DLE EOT ${n}`);
  }
}

/** The four bytes of an automatic status. */
export function automaticStatus(conditions: Conditions): [number, number, number, number] {
  const is = (condition: ReceiptCondition): boolean => conditions.has(condition);
  return [
    0x10 | bits([standsStill(conditions), 0x08], [is('coverOpen'), 0x20]),
    bits([is('mechanicalError'), 0x04], [is('cutterError'), 0x08], [is('headHot'), 0x40]),
    bits([is('nearEnd'), 0x03], [is('paperEnd'), 0x0c]),
    0,
  ];
}

/** The four bytes behind `10 0F` of Custom's full status: paper, user, recoverable, unrecoverable. The last byte's bits are guessed. */
export function fullStatus(conditions: Conditions, mechanics: Mechanics): [number, number, number, number] {
  const is = (condition: ReceiptCondition): boolean => conditions.has(condition);
  return [
    bits([is('paperEnd'), 0x01], [is('nearEnd'), 0x04], [mechanics.ticketInMouth, 0x20]),
    bits([is('coverOpen'), 0x02], [mechanics.spooling, 0x04], [mechanics.moving, 0x08]),
    bits([is('headHot'), 0x01]),
    bits([is('cutterError'), 0x01], [is('mechanicalError'), 0x02]),
  ];
}

/** The byte that answers GS r 1. */
export const paperSensorStatus = (conditions: Conditions): number => (conditions.has('nearEnd') ? 0b11 : 0);
