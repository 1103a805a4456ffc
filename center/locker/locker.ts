import type { CenterApp } from '../api/app.ts';
import type { People } from '../people.ts';
import type { CenterDatabase } from '../store/database.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import { loadCases } from './cases/case-book.ts';
import { addCaseRoute } from './cases/case-route.ts';
import { createMessageCourier } from './messages/courier.ts';
import type { Delivery, NoticeKind } from './messages/message.ts';
import { messageStore } from './messages/message-store.ts';
import { createMessenger } from './messages/messenger.ts';
import { type WebhookOptions, webhookPost } from './messages/webhook.ts';
import { type OperatorOptions, operatorAuthentication } from './operators/authentication.ts';
import { addOperatorRoutes } from './operators/operator-routes.ts';
import { addPickupRoute } from './pickup/pickup-route.ts';
import { actStore } from './reports/acts.ts';
import { cellStore } from './reports/cells.ts';
import { codeStore } from './reports/codes.ts';
import { evidenceStore } from './reports/evidence.ts';
import { lockerLedger } from './reports/ledger.ts';
import { addLockerListRoutes } from './reports/list-routes.ts';
import { parcelStore } from './reports/parcels.ts';
import { addLockerReportRoutes } from './reports/report-routes.ts';
import { createReporter } from './reports/reporter.ts';
import { lockerSealing } from './sealing.ts';

/** What those who run the center see in its log. No number, no code, no name. */
export type LockerEvent =
  | {
      readonly event: 'message';
      readonly id: string;
      readonly kioskId: string;
      readonly kind: NoticeKind;
      readonly delivery: Delivery;
      readonly failure: string | null;
      readonly text: string | null;
    }
  | { readonly event: 'operatorRefused'; readonly address: string; readonly failures: number };

export interface LockerOptions {
  /** Default: the specimen cases. */
  readonly casesFile?: string | undefined;
  /** Where messages are sent; absent: the log is all there is. */
  readonly smsWebhook?: WebhookOptions | undefined;
  /** Default 10,000. */
  readonly mostQueuedMessages?: number | undefined;
  readonly operators?: OperatorOptions['operators'];
  readonly loginDelayMs?: number | undefined;
  readonly onEvent?: ((event: LockerEvent) => void) | undefined;
}

export interface LockerParts {
  readonly dataDir: string;
  readonly database: CenterDatabase;
  readonly commits: GroupCommit;
  readonly people: People;
  readonly now: () => Date;
  readonly receivedAt: () => string;
  readonly pickupUrlOf: (qr: string) => string;
}

/** The locker's side of the center. */
export interface CenterLocker {
  /** Routes for kiosks; the caller has put their authentication before them. */
  addKioskRoutes(app: CenterApp): void;
  addPublicRoutes(app: CenterApp): void;
  /** Adds its own authentication to the scope: give it one of its own. */
  addOperatorPages(app: CenterApp): void;
  /** Begins to send what a former run left; the public address is known by now. */
  start(): void;
  close(): Promise<void>;
}

const MOST_QUEUED = 10_000;
const FIRST_PAUSE_MS = 1000;

/** @throws when the cases or the key cannot be used */
export function createCenterLocker(parts: LockerParts, options: LockerOptions): CenterLocker {
  const { database, commits, now, receivedAt, people } = parts;
  const { smsWebhook, onEvent } = options;
  const sealing = lockerSealing(parts.dataDir);
  const cases = loadCases(options.casesFile);
  const parcels = parcelStore(database);
  const codes = codeStore(database, sealing);
  const messages = messageStore(database);
  const stores = {
    parcels,
    codes,
    messages,
    cases,
    acts: actStore(database),
    cells: cellStore(database),
    evidence: evidenceStore(database, sealing),
    ledger: lockerLedger(database),
  };

  /** Told after the commit that settled them. */
  let settledIds: string[] = [];
  const settled = (id: string): void => void settledIds.push(id);
  const tellSettled = (): void => {
    const ids = settledIds;
    settledIds = [];
    for (const message of ids.map((id) => messages.find(id))) {
      if (message === undefined) continue;
      const { id, kioskId, kind, state, failure, maskedText } = message;
      onEvent?.({ event: 'message', id, kioskId, kind, delivery: state, failure, text: maskedText });
    }
  };

  if (smsWebhook === undefined) messages.logQueued();
  const messenger = createMessenger({
    ...stores,
    pickupUrlOf: parts.pickupUrlOf,
    mostQueued: options.mostQueuedMessages ?? MOST_QUEUED,
    sends: smsWebhook !== undefined,
    settled,
  });
  const courier =
    smsWebhook &&
    createMessageCourier({
      messages,
      messenger,
      commits,
      now,
      post: webhookPost(smsWebhook),
      firstPauseMs: smsWebhook.firstPauseMs ?? FIRST_PAUSE_MS,
      settled(id) {
        settled(id);
        tellSettled();
      },
      fault: reportFault,
    });
  const reporter = createReporter({ ...stores, messenger, receivedAt });
  const authentication = operatorAuthentication({
    operators: options.operators,
    firstDelayMs: options.loginDelayMs,
    refused: (address, failures) => onEvent?.({ event: 'operatorRefused', address, failures }),
  });
  const committed = (): void => {
    tellSettled();
    courier?.nudge();
  };

  return {
    addKioskRoutes(app) {
      addCaseRoute(app, { people, cases, parcels });
      addLockerReportRoutes(app, { commits, reporter, committed });
      addLockerListRoutes(app, { parcels, codes, messages, now });
    },
    addPublicRoutes: (app) => addPickupRoute(app, stores),
    addOperatorPages: (app) => addOperatorRoutes(app, { ...stores, authentication, now }),
    start: () => courier?.nudge(),
    close: async () => courier?.close(),
  };
}

/** One JSON line on stderr, without the message: it could quote what was to be sent. */
function reportFault(error: unknown): void {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : [];
  const kind = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`${JSON.stringify({ event: 'center-fault', where: 'message courier', kind, frames })}\n`);
}
