import type { Acknowledgement, OutboxMessage } from '../../../contract/gateway.ts';
import type {
  ActReport,
  CellReport,
  CodeReport,
  EvidenceReport,
  NoticeReport,
  ParcelReport,
} from '../../../contract/locker-gateway.ts';

/** The rule of the center, as small as it can be said: a key is taken once, and of one thing the highest revision stands. */
export interface CenterModel {
  take(key: string, message: OutboxMessage): Acknowledgement;
  readonly parcels: ReadonlyMap<string, ParcelReport>;
  readonly acts: ReadonlyMap<string, ActReport>;
  readonly cells: ReadonlyMap<number, CellReport>;
  readonly notices: ReadonlyMap<string, NoticeReport>;
  readonly evidence: ReadonlyMap<string, EvidenceReport>;
  /** What the holder's telephone shows: the newest codes of a parcel. */
  readonly codes: ReadonlyMap<string, CodeReport>;
  /** How many messages came that had come before. */
  duplicates(): number;
}

export function createCenterModel(): CenterModel {
  const keys = new Set<string>();
  const parcels = new Map<string, ParcelReport>();
  const acts = new Map<string, ActReport>();
  const cells = new Map<number, CellReport>();
  const notices = new Map<string, NoticeReport>();
  const evidence = new Map<string, EvidenceReport>();
  const codes = new Map<string, CodeReport>();
  let duplicates = 0;

  const newest = <Key, Report>(
    known: Map<Key, Report>,
    key: Key,
    report: Report,
    rank: (report: Report) => number,
  ): Acknowledgement['stored'] => {
    const before = known.get(key);
    if (before !== undefined && rank(before) >= rank(report)) return 'superseded';
    known.set(key, report);
    return 'new';
  };
  const store = ({ kind, report }: OutboxMessage): Acknowledgement['stored'] => {
    switch (kind) {
      case 'parcel':
        return newest(parcels, report.id, report, ({ revision }) => revision);
      case 'act':
        return newest(acts, report.id, report, ({ revision }) => revision);
      case 'cell':
        return newest(cells, report.cell, report, ({ revision }) => revision);
      case 'pickupCode':
        return newest(codes, report.parcelId, report, ({ issue }) => issue);
      case 'notice':
        return newest(notices, report.id, report, () => 1);
      case 'evidence':
        return newest(evidence, report.id, report, () => 1);
      default:
        return 'new';
    }
  };
  return {
    take(key, message) {
      if (keys.has(key)) {
        duplicates += 1;
        return { key, stored: 'duplicate' };
      }
      keys.add(key);
      return { key, stored: store(message) };
    },
    parcels,
    acts,
    cells,
    notices,
    evidence,
    codes,
    duplicates: () => duplicates,
  };
}
