import type { ErrorCode } from '../../contract/errors.ts';
import type { Sex } from '../../contract/identity-card.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { decodeCardText } from './visible-text.ts';

/** A block that fits no layout, or one that fits and holds what cannot be. */
export type TextFailure = Extract<ErrorCode, 'card.unsupported' | 'card.invalid'>;

/** The text form of an end of validity that does not come. */
const NO_END = '长期';

const SEXES: Readonly<Record<string, Sex>> = { '0': 'unknown', '1': 'male', '2': 'female', '9': 'notStated' };

/** Reads fields by byte offset and remembers what was wrong; `finish` answers the worst of it. */
export interface FieldReader {
  text(offset: number, bytes: number): string;
  /** Characters as they stand, padding included: for a field that goes on elsewhere. */
  padded(offset: number, bytes: number): string;
  required(offset: number, bytes: number): string;
  /** Empty is `card.invalid`, another shape `card.unsupported`. */
  matching(offset: number, bytes: number, shape: RegExp): string;
  sex(offset: number): Sex;
  /** `YYYYMMDD` → `YYYY-MM-DD`. */
  date(offset: number): string;
  /** `undefined` for 长期. */
  endDate(offset: number): string | undefined;
  /** What the layout itself found wrong. */
  require(holds: boolean, failure: TextFailure): void;
  replaced(): number;
  finish<T>(value: T): Result<T, TextFailure>;
}

export function createFieldReader(block: Uint8Array): FieldReader {
  const failures = new Set<TextFailure>();
  let replaced = 0;

  const text = (offset: number, bytes: number): string => {
    const field = decodeCardText(block.subarray(offset, offset + bytes));
    replaced += field.replaced;
    return field.text;
  };
  const require = (holds: boolean, failure: TextFailure): void => {
    if (!holds) failures.add(failure);
  };
  const matching = (offset: number, bytes: number, shape: RegExp): string => {
    const field = text(offset, bytes);
    require(field === '' || shape.test(field), 'card.unsupported');
    require(field !== '', 'card.invalid');
    return field;
  };
  const date = (offset: number): string => {
    const digits = matching(offset, 16, /^\d{8}$/);
    const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
    require(isRealDate(iso), 'card.invalid');
    return iso;
  };
  return {
    text,
    padded: (offset, bytes) => text(offset, bytes).padEnd(bytes / 2),
    required(offset, bytes) {
      const field = text(offset, bytes);
      require(field !== '', 'card.invalid');
      return field;
    },
    matching,
    sex: (offset) => SEXES[matching(offset, 2, /^[0129]$/)] ?? 'unknown',
    date,
    endDate: (offset) => (text(offset, 16) === NO_END ? undefined : date(offset)),
    require,
    replaced: () => replaced,
    finish(value) {
      if (failures.has('card.unsupported')) return err('card.unsupported');
      return failures.has('card.invalid') ? err('card.invalid') : ok(value);
    },
  };
}

function isRealDate(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso);
}
