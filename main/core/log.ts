import { type DestinationStream, pino } from 'pino';
import { LOG_EVENTS, type Log, type LogEventId, type LogFields } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';

/** The same event with the same fields is written once in this time; what was held back is counted in the next one. */
export const REPEAT_FOLD_MS = 10_000;
const MAX_REMEMBERED = 500;

const PRINTABLE = /^[\x20-\x7e]{0,200}$/;
const LONG_NUMBER = /\d{15,}/;

/** Names are not ASCII and numbers of persons have 15 digits or more: neither passes, whoever calls. */
function harmless(value: string): string {
  return PRINTABLE.test(value) && !LONG_NUMBER.test(value) ? value : '[withheld]';
}

function declared(id: LogEventId, fields: LogFields): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const name of LOG_EVENTS[id].fields as readonly string[]) {
    const value = fields[name];
    if (value === undefined) continue;
    if (typeof value === 'string') written[name] = harmless(value);
    else written[name] = Array.isArray(value) ? value.map(harmless) : value;
  }
  return written;
}

/** A log that writes only what the catalogue of events declares, one JSON object a line, to stderr unless told otherwise. */
export function createLog(clock: Clock, destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino({ base: null, level: process.env.TONGBAN_LOG ?? 'info', messageKey: 'says' }, destination);
  const last = new Map<string, { at: number; held: number }>();
  return (id, fields = {}) => {
    const { level, says } = LOG_EVENTS[id];
    if (!logger.isLevelEnabled(level)) return;
    const written = declared(id, fields);
    const key = id + JSON.stringify(written);
    const before = last.get(key);
    if (before && clock.now() - before.at < REPEAT_FOLD_MS) {
      before.held++;
      return;
    }
    if (last.size >= MAX_REMEMBERED) last.clear();
    last.set(key, { at: clock.now(), held: 0 });
    logger[level]({ event: id, ...written, ...(before && before.held > 0 && { repeated: before.held }) }, says);
  };
}
