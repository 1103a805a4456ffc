import { housingFund } from './housing-fund.ts';
import { medicalAccount } from './medical-account.ts';
import { medicalVisits } from './medical-visits.ts';
import { noCriminalRecord } from './no-criminal-record.ts';
import { pensionContributions } from './pension-contributions.ts';
import { pensionPayments } from './pension-payments.ts';
import { pensionStatement } from './pension-statement.ts';
import type { RecordKind } from './record-kind.ts';
import { residencePermit } from './residence-permit.ts';

/** Everything the reference center can answer. A new item: one file, one line here. */
export const RECORD_KINDS: readonly RecordKind[] = [
  medicalAccount,
  pensionContributions,
  pensionPayments,
  housingFund,
  residencePermit,
  noCriminalRecord,
  medicalVisits,
  pensionStatement,
];

const byCode = new Map(RECORD_KINDS.map((kind) => [kind.itemCode, kind]));

export const recordKind = (itemCode: string): RecordKind | undefined => byCode.get(itemCode);
