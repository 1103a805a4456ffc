import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { PickupGrant, Proofs } from '../../../main/locker/locker.ts';
import { count } from '../world/counts.ts';
import { workAt } from '../world/hands.ts';
import type { Thing, Visit } from '../world/ledger.ts';
import { misnamed, personAt } from '../world/people.ts';
import { liveCodes, qrDigits, refusalOf } from '../world/proofs.ts';
import type { Rig } from '../world/rig.ts';
import { oneOf, running, type Step, thingAt } from './step.ts';

/** What somebody shows. `right`: the holder's card, the live code; `other`: of another parcel; `old`: the first ever sent. */
export interface PickUpDraw {
  readonly index: number;
  readonly card: 'right' | 'other' | 'misnamed' | 'none';
  readonly code: 'right' | 'other' | 'old' | 'wrong' | 'none';
  readonly qr: 'right' | 'other' | 'old' | 'wrong' | 'none';
  readonly number: number;
  /** `changesMind`: the visit ends before the door opens; `walksAway`: it is left standing. */
  readonly hands: 'takes' | 'leaves' | 'leavesThenTakes' | 'takesAndLeavesOpen' | 'changesMind' | 'walksAway';
}

const SIGNATURE = [[10, 10, 500, 500]];
export const EVIDENCE = { signature: SIGNATURE };

/** Takes the machine's answer and judges it; a grant that should not be is a finding. */
export function prove(rig: Rig, proofs: Proofs): PickupGrant | string {
  const machine = rig.machine();
  if (!machine) return 'noMachine';
  rig.read();
  // While the pad is closed a code is not looked at, right or wrong.
  const isLocked = machine.locker.pickup.lockedMs(proofs.card) > 0;
  const looked = isLocked ? { ...proofs, code: undefined } : proofs;
  const proved = machine.locker.pickup.prove(proofs);
  rig.counts.codesTried += 1;
  if (!proved.ok) {
    rig.counts.codesRefused += 1;
    judgeRefusal(rig, proofs, proved.error);
    return proved.error;
  }
  const grant = proved.value;
  const refusal = refusalOf(rig, grant.parcelId, looked);
  if (refusal !== undefined) rig.findings.push(`granted, but ${refusal}`);
  const isHolder = rig.ledger.things.get(grant.parcelId)?.holder.idNumber === proofs.card?.idNumber;
  if ((grant.by === 'holder') !== isHolder) rig.findings.push(`granted as ${grant.by}, which is not so`);
  rig.ledger.visits.push({ grant, start: rig.starts(), forgotten: false });
  return grant;
}

/** Reasons that say nothing against the proofs. */
const EXCUSES = new Set(['pickup.locked', 'pickup.notReady', 'locker.offline', 'locker.starting', 'core.storeFailed']);

/** Somebody with two right proofs must not be told that they are wrong. */
function judgeRefusal(rig: Rig, proofs: Proofs, error: string): void {
  if (EXCUSES.has(error)) return;
  // While the pad is closed a code is not looked at.
  if (proofs.code !== undefined && (rig.machine()?.locker.pickup.lockedMs(proofs.card) ?? 0) > 0) return;
  for (const thing of rig.ledger.things.values()) {
    if (refusalOf(rig, thing.parcelId, proofs) !== undefined) continue;
    if (stateOf(rig, thing) === 'stored') rig.findings.push(`two right proofs, refused with ${error}`);
  }
}

const stateOf = (rig: Rig, { parcelId }: Thing): string | undefined =>
  rig.machine()?.locker.view.parcel(parcelId)?.state;

function proofsOf(rig: Rig, thing: Thing, drawn: PickUpDraw): Proofs {
  const cards = {
    right: thing.holder,
    other: personAt(drawn.number),
    misnamed: misnamed(thing.holder),
    none: undefined,
  } satisfies Record<PickUpDraw['card'], IdentityCard | undefined>;
  const other = thingAt(rig, 'document', drawn.number);
  const live = (of: Thing | undefined) => (of ? (phoneOf(rig, of.parcelId) ?? liveCodes(rig, of.parcelId)) : undefined);
  const old = rig.journal.codes().find(({ parcelId }) => parcelId === thing.parcelId);
  const codes = {
    right: live(thing)?.code,
    other: live(other)?.code,
    old: old?.code,
    wrong: String(drawn.number % 1_000_000).padStart(6, '0'),
    none: undefined,
  };
  const qrs = {
    right: live(thing)?.qr,
    other: live(other)?.qr,
    old: old && qrDigits(old.qr),
    wrong: String(drawn.number).padStart(12, '0').slice(0, 12),
    none: undefined,
  };
  return { card: cards[drawn.card], code: codes[drawn.code], qr: qrs[drawn.qr] };
}

/** What the message on the holder's telephone says: the center knows no more than it was told. */
function phoneOf(rig: Rig, parcelId: string): { code: string; qr: string } | undefined {
  const codes = rig.center.codes.get(parcelId);
  return codes && { code: codes.code, qr: qrDigits(codes.qr) };
}

export const pickUp = (drawn: PickUpDraw): Step => ({
  name: 'pickUp',
  drawn,
  async run(rig) {
    const machine = await running(rig);
    if (!machine) return 'noMachine';
    const thing = thingAt(rig, 'document', drawn.index);
    if (!thing) return 'noDocument';
    const grant = prove(rig, proofsOf(rig, thing, drawn));
    if (typeof grant === 'string') return grant;
    if (drawn.hands === 'walksAway') return 'walkedAway';
    if (drawn.hands === 'changesMind') {
      forget(rig, grant);
      return 'changedMind';
    }
    const first = await takeWith(rig, grant, drawn.hands);
    if (drawn.hands === 'leavesThenTakes' && rig.machine() === machine) {
      const second = await takeWith(rig, grant, 'takes');
      forget(rig, grant);
      return `${first}, again ${second}`;
    }
    forget(rig, grant);
    return first;
  },
});

/** Signs, and does something at the door. Judges whether this grant may still be worth anything. */
export async function takeWith(rig: Rig, grant: PickupGrant, hands: PickUpDraw['hands']): Promise<string> {
  const machine = rig.machine();
  if (!machine) return 'noMachine';
  const act = machine.locker.pickup.pickUp(grant, EVIDENCE);
  if (!act.ok) return act.error;
  const visit = rig.ledger.visits.find((one) => one.grant.grantId === grant.grantId);
  judgeVisit(rig, visit);
  const planned = machine.locker.view.parcel(grant.parcelId);
  if (act.value.parcelId !== grant.parcelId || planned?.cell !== act.value.cell) {
    rig.findings.push('a pick-up opens another cell than the parcel’s');
  }
  const takes = hands === 'takes' || hands === 'takesAndLeavesOpen' ? 'own' : 'nothing';
  const closes = hands !== 'takesAndLeavesOpen';
  const leave = { why: 'pickUp', by: 'resident' } as const;
  const worked = await workAt(rig, act.value, leave, { takes, closes, afterMs: 2_000 });
  // Left lying in a cell that no sensor looks into: only a person can know.
  if (takes === 'nothing' && !rig.family.seesItems) rig.ledger.unknowable.set(grant.cell, 'left inside');
  return worked;
}

function judgeVisit(rig: Rig, visit: Visit | undefined): void {
  if (!visit) rig.findings.push('a grant that nobody was given was used');
  else if (visit.forgotten) rig.findings.push('a grant of a visit that has ended was used');
  else if (visit.start !== rig.starts()) rig.findings.push('a grant from before a restart was used');
}

export function forget(rig: Rig, grant: PickupGrant): void {
  for (const visit of rig.ledger.visits) {
    if (visit.grant.grantId !== grant.grantId) continue;
    if (visit.start === rig.starts()) rig.machine()?.locker.pickup.forget(grant);
    visit.forgotten = true;
  }
}

export interface LateGrantDraw {
  readonly index: number;
  readonly hands: PickUpDraw['hands'];
}

/** Somebody comes back to a visit: of those that go on, or of those that are over. */
export const lateGrant = (drawn: LateGrantDraw): Step => ({
  name: 'lateGrant',
  drawn,
  async run(rig) {
    if (!(await running(rig))) return 'noMachine';
    const visit = oneOf(rig.ledger.visits, drawn.index);
    if (!visit) return 'noVisit';
    const came = visit.forgotten || visit.start !== rig.starts() ? 'over' : 'open';
    const outcome = await takeWith(rig, visit.grant, drawn.hands);
    forget(rig, visit.grant);
    return `${came} ${outcome}`;
  },
});

export interface GuessDraw {
  readonly tries: number;
  readonly from: number;
  readonly card: number | undefined;
}

/** Somebody types numbers, and shows whatever card they have. */
export const guess = (drawn: GuessDraw): Step => ({
  name: 'guess',
  drawn,
  async run(rig) {
    if (!(await running(rig))) return 'noMachine';
    const card = drawn.card === undefined ? undefined : personAt(drawn.card);
    const qr = String(drawn.from).padStart(12, '0').slice(0, 12);
    let last = '';
    let wrong = 0;
    for (let at = 0; at < drawn.tries; at += 1) {
      const code = String((drawn.from + at * 7919) % 1_000_000).padStart(6, '0');
      const grant = prove(rig, card ? { card, code } : { code, qr });
      last = typeof grant === 'string' ? grant : 'granted';
      if (grant === 'pickup.wrongCode') wrong += 1;
      if (typeof grant !== 'string') forget(rig, grant);
    }
    count(rig.counts.outcomes, 'codes guessed', drawn.tries);
    if (wrong >= rig.config.wrongCodes) rig.findings.push(`${wrong} wrong codes in a row were judged`);
    return last;
  },
});
