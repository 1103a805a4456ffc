import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Proofs } from '../../../main/locker/locker.ts';
import { isSamePerson } from './people.ts';
import type { Rig } from './rig.ts';

/** Acts whose door was, or may have been, open: the codes that led to them are dead. */
const EVIDENCE = new Set(['open', 'closed', 'leftOpen', 'unknown']);

/** The last codes of the parcel that have let somebody in. */
export function spentIssue(rig: Rig, parcelId: string): number {
  const newest = rig.journal.newest();
  let spent = 0;
  for (const { leave, issue } of rig.ledger.jobs) {
    if (leave.parcelId !== parcelId || leave.by !== 'resident') continue;
    const act = newest.get(`act:${leave.actId}`);
    if (act?.kind === 'act' && act.report.kind === 'pickUp' && EVIDENCE.has(act.report.state))
      spent = Math.max(spent, issue);
  }
  return spent;
}

/** Codes that open the parcel now; undefined: there are none. */
export function liveCodes(rig: Rig, parcelId: string): { code: string; qr: string; issue: number } | undefined {
  const codes = rig.journal.codesOf(parcelId);
  if (!codes || codes.issue <= spentIssue(rig, parcelId)) return undefined;
  return { code: codes.code, qr: qrDigits(codes.qr), issue: codes.issue };
}

/** `TB1` + twelve digits + check character → the digits. */
export const qrDigits = (qr: string): string => qr.slice(3, 15);

/**
 * Why these proofs must not open the parcel; undefined: they must. The rule of the locker, said once more: two that agree, and none
 * that is live for another parcel.
 */
export function refusalOf(rig: Rig, parcelId: string, { card, code, qr }: Proofs): string | undefined {
  const thing = rig.ledger.things.get(parcelId);
  if (!thing) return 'nobody put that in';
  const live = liveCodes(rig, parcelId);
  const others = [...rig.ledger.things.keys()].filter((id) => id !== parcelId).map((id) => liveCodes(rig, id));
  const isHolder = card !== undefined && isHolderOf(card, thing.holder);
  const codeAgrees = code !== undefined && code === live?.code;
  const qrAgrees = qr !== undefined && qr === live?.qr;
  if (code !== undefined && qr !== undefined && others.some((other) => other?.code === code || other?.qr === qr)) {
    return 'a code is live for another parcel';
  }
  if ([isHolder, codeAgrees, qrAgrees].filter(Boolean).length < 2) return 'fewer than two proofs agree';
  return isHolder || thing.of.agents ? undefined : 'it is for its holder only';
}

const isHolderOf = (card: IdentityCard, holder: IdentityCard): boolean => isSamePerson(card, holder);
