import { CARD_ERRORS } from './errors/card-errors.ts';
import { CENTER_ERRORS } from './errors/center-errors.ts';
import { CORE_ERRORS } from './errors/core-errors.ts';
import { DEVICE_ERRORS } from './errors/device-errors.ts';
import type { ErrorEntry } from './errors/entry.ts';
import { LOCKER_ERRORS } from './errors/locker-errors.ts';
import { PRINTER_ERRORS } from './errors/printer-errors.ts';

export type { ErrorEntry, NextStep } from './errors/entry.ts';

/**
 * Every error that can happen to a visit: a closed set, each with a sentence for the resident (zh-CN, en), one for the
 * technician, and what comes next. Codes are stable: they are stored, sent to the center and shown small on the page.
 */
export const ERRORS = {
  ...CARD_ERRORS,
  ...CENTER_ERRORS,
  ...PRINTER_ERRORS,
  ...DEVICE_ERRORS,
  ...LOCKER_ERRORS,
  ...CORE_ERRORS,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}
