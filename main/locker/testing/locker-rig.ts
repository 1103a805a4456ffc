import { onTestFinished } from 'vitest';
import type { OutboxMessage } from '../../../contract/gateway.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { LockerCase } from '../../../contract/locker.ts';
import { type ParcelsConfig, parcelsConfigSchema } from '../../../contract/parcels-config.ts';
import { readPickupCode } from '../../../contract/pickup-code.ts';
import type { Result } from '../../../contract/result.ts';
import { ManualClock } from '../../../native/manual-clock.ts';
import { recordingLog, temporaryStore } from '../../store/test-store.ts';
import { createOutbox } from '../../sync/outbox.ts';
import { createLocker } from '../create-locker.ts';
import type { DoorAct, DoorEnd, DoorStage, Locker } from '../locker.ts';
import { createFakeLockboard, type FakeLockboard } from './fake-lockboard.ts';

export const SIGNATURE = [[10, 10, 20, 20]];
export const STAFF = { number: '10086' };
export const SECOND = { number: '10086', second: '10010' };

export const WANG: IdentityCard = {
  kind: 'resident',
  name: '王桂兰',
  sex: 'female',
  birthDate: '1951-03-12',
  idNumber: '319999195103129021',
  validFrom: '2011-06-01',
};
export const LI: IdentityCard = { ...WANG, name: '李建国', sex: 'male', idNumber: '319999196811059014' };

export const caseOf = (number: number, card: IdentityCard = WANG, more: Partial<LockerCase> = {}): LockerCase => ({
  caseNumber: String(310_120_202_600_000 + number),
  direction: 'document',
  itemName: { zh: '居住证', en: 'Residence permit' },
  holder: { cardKind: card.kind, name: card.name, idNumber: card.idNumber },
  maskedMobile: '138****1234',
  agents: false,
  size: 'medium',
  ...more,
});

export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}

export interface LockerRigOptions {
  readonly cells?: number;
  readonly hasItemSensors?: boolean;
  readonly config?: Partial<ParcelsConfig>;
  readonly randomInt?: (below: number) => number;
  readonly storeWasLost?: boolean;
  /** Before the first start. */
  readonly prepare?: (board: FakeLockboard) => void;
}

/** For tests: a locker on a real store and a fake cabinet, with time in the test's hand. */
export async function lockerRig(options: LockerRigOptions = {}) {
  const { cells = 8, hasItemSensors = true, config = {}, randomInt, storeWasLost = false, prepare } = options;
  const { log, entries } = recordingLog();
  const { store, sealer, directory } = temporaryStore(log);
  const { db } = store;
  const clock = new ManualClock();
  const board = createFakeLockboard(cells, hasItemSensors);
  const outbox = createOutbox({ db, sealer, clock });
  prepare?.(board);
  const queued = { times: 0 };
  const boot = (): Locker => {
    const locker = createLocker({
      db,
      sealer,
      clock,
      log,
      kioskId: '310120-0042',
      lockboard: board,
      cells,
      storeWasLost,
      config: { ...parcelsConfigSchema.parse({}), ...config },
      onQueued() {
        queued.times += 1;
      },
      ...(randomInt && { randomInt }),
    });
    board.listen((event) => locker.door(event));
    locker.start();
    return locker;
  };
  let locker = boot();
  onTestFinished(() => locker.stop());
  await clock.advance(0);

  const messages = (): OutboxMessage[] => {
    const rows = db.prepare<[], { sequence: number; key: string; topic: string; payload: Buffer }>(
      'SELECT * FROM outbox ORDER BY sequence',
    );
    return rows.all().map((head) => value(outbox.open(head)));
  };
  const rig = {
    board,
    clock,
    db,
    store,
    directory,
    entries,
    messages,
    queued,
    get locker() {
      return locker;
    },
    /** As a power cut: what was not written is lost. */
    async restart(whileOff: () => void = () => undefined) {
      await locker.stop();
      board.listen(() => undefined);
      whileOff();
      locker = boot();
      await clock.advance(0);
      return locker;
    },
    /** Carries an act out; `hands` is called when the door is open, and closes it. */
    async carryOut(act: DoorAct, hands: (cell: number) => void = () => undefined) {
      const stages: DoorStage[] = [];
      const end: Promise<DoorEnd> = act.go((stage) => {
        stages.push(stage);
        if (stage.stage === 'open' && stage.urge === 'none') {
          hands(act.cell);
          board.close(act.cell);
        }
      });
      await clock.advance(0);
      return { end: await end, stages };
    },
    /** Staff put a document in. */
    async deposit(what: LockerCase) {
      const act = value(locker.staff.putIn(what, STAFF));
      const { end } = await rig.carryOut(act, (cell) => board.put(cell));
      return { parcelId: act.parcelId ?? '', cell: act.cell, end };
    },
    /** The newest codes of a parcel, as the center would send them. */
    codes(parcelId: string) {
      const reports = messages().flatMap((message) => (message.kind === 'pickupCode' ? [message.report] : []));
      const newest = reports.findLast((report) => report.parcelId === parcelId);
      const qr = readPickupCode(newest?.qr ?? '');
      return { code: newest?.code ?? '', qr: qr.type === 'digits' ? qr.digits : '', issue: newest?.issue ?? 0 };
    },
    notices: (parcelId: string) =>
      messages().flatMap((message) =>
        message.kind === 'notice' && message.report.parcelId === parcelId ? [message.report.kind] : [],
      ),
    state: (parcelId: string) => locker.view.parcel(parcelId)?.state,
    exceptions: () => locker.view.exceptions().map(({ kind, cell }) => `${kind} ${cell}`),
    cell: (cell: number) => locker.view.cells().find((view) => view.cell === cell),
    /** The disk takes no byte, as one that was mounted read-only after an error. */
    refuseWrites: () => void db.pragma('query_only = ON'),
    takeWrites: () => void db.pragma('query_only = OFF'),
  };
  return rig;
}
