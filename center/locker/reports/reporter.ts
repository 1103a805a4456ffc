import type {
  ActReport,
  CellReport,
  CodeReport,
  EvidenceReport,
  InventoryReport,
  LossReport,
  NoticeReport,
  ParcelReport,
} from '../../../contract/locker-gateway.ts';
import type { MessageStore } from '../messages/message-store.ts';
import type { Messenger } from '../messages/messenger.ts';
import type { ActStore } from './acts.ts';
import type { CellStore } from './cells.ts';
import type { CodeStore } from './codes.ts';
import type { EvidenceStore } from './evidence.ts';
import type { Collection, Ledger, Stored } from './ledger.ts';
import { isGone, type ParcelStore } from './parcels.ts';

export interface ReporterParts {
  readonly ledger: Ledger;
  readonly parcels: ParcelStore;
  readonly codes: CodeStore;
  readonly acts: ActStore;
  readonly cells: CellStore;
  readonly evidence: EvidenceStore;
  readonly messages: MessageStore;
  readonly messenger: Messenger;
  readonly receivedAt: () => string;
}

type Take<Report> = (key: string, report: Report) => Stored;

/** Takes what kiosks report, each once, in any order; with what follows from it. Call within a write. */
export interface Reporter {
  readonly parcel: Take<ParcelReport>;
  readonly code: Take<CodeReport>;
  readonly notice: Take<NoticeReport>;
  readonly act: Take<ActReport>;
  readonly evidence: Take<EvidenceReport>;
  readonly cell: Take<CellReport>;
  readonly inventory: Take<InventoryReport>;
  readonly loss: Take<LossReport>;
}

export function createReporter(parts: ReporterParts): Reporter {
  const { ledger, parcels, codes, acts, cells, evidence, messages, messenger, receivedAt } = parts;

  /** Calls `store` for what was not there before; `newest` is false for an older revision that came late. */
  const once = (
    collection: Collection,
    key: string,
    report: { readonly kioskId: string },
    id: string,
    revision: number,
    store: (newest: boolean) => void,
  ): Stored => {
    const identity = { collection, id, revision, kioskId: report.kioskId };
    const stored = ledger.note(key, identity, report, receivedAt());
    if (stored === 'new' || stored === 'superseded') store(stored === 'new');
    return stored;
  };

  return {
    parcel: (key, report) =>
      once('parcel', key, report, report.id, report.revision, (newest) => {
        parcels.put(report, newest);
        if (newest && isGone(report.state)) messenger.parcelGone(report.kioskId, report.id);
      }),
    code(key, report) {
      const { kioskId, parcelId, issue } = report;
      const state = parcels.find(kioskId, parcelId)?.state;
      const dead = issue < codes.highestIssue(kioskId, parcelId) || (state !== undefined && isGone(state));
      const stored = once('code', key, report, report.id, 1, () => {
        codes.put(report, dead);
        if (!dead) messenger.codesArrived(kioskId, parcelId);
      });
      return stored === 'new' && dead ? 'superseded' : stored;
    },
    notice: (key, report) =>
      once('notice', key, report, report.id, 1, () => {
        messages.add(report, receivedAt());
        messenger.noticed(report.id);
      }),
    act: (key, report) => once('act', key, report, report.id, report.revision, (newest) => acts.put(report, newest)),
    evidence: (key, report) => once('evidence', key, report, report.id, 1, () => evidence.putEvidence(report)),
    cell: (key, report) =>
      once('cell', key, report, `${report.kioskId}/${report.cell}`, report.revision, (newest) =>
        cells.put(report, newest),
      ),
    inventory: (key, report) => once('inventory', key, report, report.id, 1, () => evidence.putInventory(report)),
    loss: (key, report) =>
      once('loss', key, report, report.id, 1, () => {
        for (const id of parcels.lose(report)) messenger.parcelGone(report.kioskId, id);
      }),
  };
}
