import { type DestinationStream, pino } from 'pino';
import { LOG_EVENTS, type Log, type LogEventId, type LogFields } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';

/** The same event with the same fields is written once in this time; what was held back is counted in the next one. */
export const REPEAT_FOLD_MS = 10_000;
const MAX_REMEMBERED = 500;

const PRINTABLE = /^[\x20-\x7e]{0,200}$/;
/** GB 11643 has 15 or 17 digits in a row; the permanent-residence number of 2017 three letters and 12 digits (GA/T 490). */
const NUMBER_OF_A_PERSON = /\d{15,}|[A-Z]{3}\d{12}/;
/** A number this long is no duration, no count and no time of day, milliseconds since 1970 included. */
const LONGEST_NUMBER = 1e14;
const WITHHELD = '[withheld]';

/** Names are not ASCII, and numbers of persons have a shape: neither passes, whoever calls. */
function harmless(value: string): string {
  return PRINTABLE.test(value) && !NUMBER_OF_A_PERSON.test(value) ? value : WITHHELD;
}

function harmlessValue(value: NonNullable<LogFields[string]>): unknown {
  if (typeof value === 'string') return harmless(value);
  if (typeof value === 'number') return Math.abs(value) < LONGEST_NUMBER ? value : WITHHELD;
  return typeof value === 'boolean' ? value : value.map(harmless);
}

function declared(id: LogEventId, fields: LogFields): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const name of LOG_EVENTS[id].fields as readonly string[]) {
    const value = fields[name];
    if (value !== undefined) written[name] = harmlessValue(value);
  }
  return written;
}

interface Remembered {
  at: number;
  held: number;
}

/**
 * A log that writes only what the catalogue of events declares, one JSON object a line, to stderr unless told otherwise. What
 * was held back as a repeat is written at the end of its time, so that the last line about a thing is the last that happened.
 */
export function createLog(clock: Clock, destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino({ base: null, level: process.env.TONGBAN_LOG ?? 'info', messageKey: 'says' }, destination);
  const last = new Map<string, Remembered>();

  const write = (id: LogEventId, written: Record<string, unknown>, repeated: number): void => {
    const { level, says } = LOG_EVENTS[id];
    logger[level]({ event: id, ...written, ...(repeated > 0 && { repeated }) }, says);
  };
  const writeHeld = (id: LogEventId, written: Record<string, unknown>, seen: Remembered): void => {
    const { held } = seen;
    seen.at = clock.now();
    seen.held = 0;
    write(id, written, held);
  };
  return (id, fields = {}) => {
    if (!logger.isLevelEnabled(LOG_EVENTS[id].level)) return;
    const written = declared(id, fields);
    const key = id + JSON.stringify(written);
    const seen = last.get(key);
    if (seen && clock.now() - seen.at < REPEAT_FOLD_MS) {
      seen.held++;
      if (seen.held === 1) clock.after(seen.at + REPEAT_FOLD_MS - clock.now(), () => writeHeld(id, written, seen));
      return;
    }
    // What is still held back keeps its own timer.
    if (last.size >= MAX_REMEMBERED) last.clear();
    last.set(key, { at: clock.now(), held: 0 });
    write(id, written, 0);
  };
}
