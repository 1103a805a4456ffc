/**
 * The catalogue of log events: an id, a level, a sentence, and the names of the fields that may stand beside it. Fields
 * are numbers, booleans, error codes and device words; a person's name or number has no field and so cannot get in.
 */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

interface LogEventEntry {
  readonly level: LogLevel;
  readonly says: string;
  readonly fields: readonly string[];
}

const event = (level: LogLevel, says: string, ...fields: string[]): LogEventEntry => ({ level, says, fields });

export const LOG_EVENTS = {
  'core-start-init': event('info', 'the core begins to start', 'version'),
  'core-start-complete': event('info', 'the core is ready for the page', 'elapsedMs'),
  'core-stop': event('info', 'the core ends', 'reason'),
  'core-fault': event('error', 'a bug: an exception nobody expected', 'where', 'kind'),
  'store-open': event('info', 'the database is open and durable', 'schemaVersion', 'sqliteVersion'),
  'store-slow': event('warn', 'a statement took long', 'elapsedMs', 'statement'),
  'store-refused': event('error', 'the database refused a write', 'code'),
  'store-moved-aside': event('error', 'a damaged database was kept aside and a fresh one begun', 'code'),
  'device-online': event('info', 'a device answers', 'device'),
  'device-offline': event('warn', 'a device does not answer any more', 'device', 'code'),
  'device-recovery': event('info', 'a step of the recovery ladder', 'device', 'step'),
  'device-status': event('info', 'a device changed its state', 'device', 'state', 'reasons'),
  'device-process-exit': event(
    'error',
    'the process of a device ended and is started again',
    'device',
    'exitCode',
    'signal',
    'hung',
  ),
  'wire-discarded': event('warn', 'bytes on a wire that belong to no frame', 'device', 'bytes'),
  'wire-refused': event('warn', 'a frame with a wrong check or length', 'device', 'reason'),
  'card-read-complete': event('info', 'a card was read', 'cardKind', 'elapsedMs', 'replacedCharacters'),
  'card-read-failed': event('warn', 'a card could not be read', 'code', 'statusByte'),
  'card-removed': event('info', 'the card left the reader'),
  'visit-start': event('info', 'a visit begins', 'cardKind'),
  'visit-end': event('info', 'a visit ends and its data is cleared', 'reason', 'elapsedMs'),
  'screen-change': event('debug', 'the page shows another screen', 'screen', 'elapsedMs'),
  'query-init': event('info', 'a query goes to the center', 'itemCode'),
  'query-complete': event('info', 'the center answered', 'itemCode', 'outcome', 'elapsedMs'),
  'query-failed': event('warn', 'a query failed', 'itemCode', 'code', 'elapsedMs'),
  'document-complete': event('info', 'a document is laid out', 'pages', 'bytes', 'elapsedMs'),
  'document-refused': event('error', 'a document is not printed', 'code'),
  'print-init': event('info', 'a print is planned', 'printId', 'pages'),
  'print-job': event('info', 'the printer has a job', 'printId', 'jobId'),
  'print-trouble': event('warn', 'a print is held up', 'printId', 'code'),
  'print-complete': event('info', 'a print has ended', 'printId', 'outcome', 'impressions', 'elapsedMs'),
  'print-settled': event('info', 'a print of unknown end was settled by asking the printer', 'printId', 'outcome'),
  'receipt-complete': event('info', 'a receipt came out', 'elapsedMs'),
  'receipt-failed': event('warn', 'a receipt did not come out', 'code'),
  'transaction-state': event('info', 'a transaction changed its state', 'transactionId', 'state', 'revision'),
  'center-reachability': event('info', 'the center can be reached, or cannot any more', 'reachable'),
  'sync-delivered': event('info', 'the center has a message', 'key', 'attempts'),
  'sync-failed': event('warn', 'the center did not take a message; it is kept', 'code', 'attempts', 'nextInMs'),
  'sync-refused': event('error', 'the center refuses a message for good; it is kept aside', 'key', 'status'),
  'catalogue-applied': event(
    'info',
    'another version of the catalogue is in use',
    'version',
    'reason',
    'added',
    'elapsedMs',
  ),
  'catalogue-refused': event('warn', 'a catalogue was refused; the one in use stays', 'version', 'reason', 'detail'),
  'catalogue-rolled-back': event('warn', 'the catalogue in use was given up for an earlier one', 'version', 'reason'),
  'catalogue-check-failed': event('warn', 'the center could not be asked for the catalogue', 'code', 'elapsedMs'),
  'locker-compared': event('info', 'sensors and store were compared at the start', 'cells', 'exceptions', 'elapsedMs'),
  'locker-act': event('info', 'an opening of a door: planned, open, closed, or not', 'actId', 'act', 'cell', 'state'),
  'locker-exception': event('warn', 'store and sensors disagree; staff have to look', 'kind', 'cell'),
  'locker-alarm': event('error', 'a door opened that nobody was let to', 'cell'),
  'locker-settled': event('info', 'staff settled an exception', 'kind', 'cell', 'verdict'),
  'locker-cell-out': event('warn', 'a cell was taken out of service', 'cell', 'reason'),
  'locker-cell-in': event('info', 'a cell is in service again', 'cell'),
  'parcel-state': event('info', 'a parcel changed its state', 'parcelId', 'state', 'cell', 'revision'),
  'parcel-lost': event('warn', 'staff looked, and a parcel is not where it should be', 'parcelId', 'cell'),
  'pickup-refused': event('warn', 'a proof for a pick-up was not taken', 'code'),
  'pickup-locked': event('error', 'too many wrong codes; the pad is closed for a time', 'lockedMs'),
  'staff-signed-in': event('info', 'a member of staff signed in', 'role', 'byCard'),
  'staff-refused': event('warn', 'a sign-in of staff was refused', 'code'),
  'staff-signed-out': event('info', 'a member of staff signed out', 'reason'),
  'staff-roster': event('info', 'the list of staff was read', 'people'),
  'staff-roster-refused': event('error', 'the list of staff cannot be read; nobody can sign in', 'reason'),
  'scan-refused': event('info', 'a scanned code is of no use here', 'reason'),
  'not-enrolled': event('error', 'no key of the center in the data directory', 'reason'),
  'page-connected': event('info', 'a page is connected'),
  'page-refused': event('warn', 'a page or message was refused', 'reason'),
  // The shell imports nothing: its names stand again in `main/shell/shell-log.ts`, and a test compares them.
  'shell-child-exit': event('warn', 'a watched process ended', 'process', 'exitCode', 'signal'),
  'shell-child-silent': event('warn', 'a watched process gives no sign of life and is ended', 'process'),
  'shell-safe-mode': event('error', 'too many restarts: the next ones come slowly', 'process', 'delayMs'),
  'shell-page-loaded': event('info', 'the page is loaded'),
  'shell-page-fault': event('warn', 'the page crashed, hangs or did not load', 'process', 'how'),
  'shell-denied': event('warn', 'the page tried what it may not', 'what', 'scheme', 'permission', 'reason'),
  'shell-no-sandbox': event('warn', 'the browser runs without its sandbox, because the user is root', 'process'),
} as const satisfies Record<string, LogEventEntry>;

export type LogEventId = keyof typeof LOG_EVENTS;
export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Writes one event. Implemented in `main/core/log.ts`; drivers take it as a parameter. */
export type Log = (id: LogEventId, fields?: LogFields) => void;
