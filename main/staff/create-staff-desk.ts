import { isDeepStrictEqual } from 'node:util';
import type { Scanned } from '../../contract/scanned.ts';
import type { StaffSnapshot } from '../../contract/staff.ts';
import { IdleClock } from '../session/idle-clock.ts';
import type { Desk, StaffDeskParts } from './desk/desk.ts';
import { handle, isAtDoor } from './desk/handle.ts';
import type { SignedIn, StaffState } from './desk/state.ts';
import { onPutInScan } from './jobs/put-in.ts';
import { beginPutIn } from './jobs/put-in-state.ts';
import { toScreen } from './projection/screen.ts';
import { stillThere } from './projection/still-there.ts';
import { onStaffCard, onStaffCardFailed } from './sign-in/sign-in-state.ts';
import type { StaffDesk } from './staff-desk.ts';

export type { StaffDeskParts } from './desk/desk.ts';

const SILENCE_MS = 120_000;
const WARNING_MS = 20_000;
const SECOND_MS = 1000;

/** The staff's work at this machine. Starts closed. */
export function createStaffDesk(parts: StaffDeskParts): StaffDesk {
  const { locker, clock, log } = parts;
  const idleTimes = { silenceMs: parts.idleMs ?? SILENCE_MS, warningMs: WARNING_MS };
  const listeners = new Set<(snapshot: StaffSnapshot) => void>();
  let state: StaffState = { name: 'closed' };
  let signed: SignedIn | undefined;
  let shown: Omit<StaffSnapshot, 'sequence'> | undefined;
  let sequence = 0;
  let isLooking = false;
  let isStopped = false;
  /** The last scan, and whether the same came again with nothing done in between: a paper that was left lying there. */
  let lastScan: Scanned | undefined;
  let isPaperOnly = false;
  let stopTicking = (): void => undefined;

  const idle = new IdleClock(clock, { onChange: () => refresh(), onExpired: () => desk.close('idle') });

  const project = (): Omit<StaffSnapshot, 'sequence'> => ({
    screen: toScreen(stillThere(state, locker.view), signed, parts),
    offline: parts.offline(),
    kiosk: parts.kiosk,
    idleSecondsLeft: idle.secondsLeft(),
  });

  function refresh(): void {
    if (isStopped) return;
    state = stillThere(state, locker.view);
    const next = project();
    if (isDeepStrictEqual(next, shown)) return;
    shown = next;
    sequence++;
    for (const listener of listeners) listener({ sequence, ...next });
  }

  /** Silence counts only where the machine waits for a person. */
  function watchSilence(): void {
    if (state.name === 'closed' || isAtDoor(state)) {
      idle.hold();
      isPaperOnly = false;
    } else if (!isPaperOnly) idle.restart(idleTimes);
  }

  function watchScanner(): void {
    const wanted = state.name === 'putIn' || state.name === 'jobs';
    if (wanted !== isLooking) parts.lookForCode(wanted);
    isLooking = wanted;
  }

  /** The seconds of a lock run down on the page. */
  function watchLock(): void {
    stopTicking();
    stopTicking = () => undefined;
    if (state.name !== 'signIn' || (state.lockedUntilMs ?? 0) <= clock.now()) return;
    stopTicking = clock.after(SECOND_MS, () => {
      refresh();
      watchLock();
    });
  }

  const desk: Desk = {
    parts,
    state: () => state,
    go(next) {
      if (isStopped) return;
      state = next;
      watchSilence();
      watchScanner();
      watchLock();
      refresh();
    },
    signed() {
      if (!signed) throw new Error('nobody is signed in');
      return signed;
    },
    signIn(who) {
      signed = who;
    },
    countPutIn(last) {
      if (signed) signed = { ...signed, putIn: signed.putIn + 1, last };
    },
    actor: (second) => ({ number: desk.signed().number, ...(second !== undefined && { second }) }),
    close(reason) {
      if (state.name === 'putIn') state.asking?.abort();
      if (signed) log('staff-signed-out', { reason });
      signed = undefined;
      desk.go({ name: 'closed' });
      parts.onClosed();
    },
  };

  const stopWatching = locker.view.onChange(() => refresh());
  watchSilence();

  return {
    send(event) {
      if (isStopped) return;
      lastScan = undefined;
      isPaperOnly = false;
      state = stillThere(state, locker.view);
      handle(desk, state, event);
      // Also a touch without effect shows that somebody is here.
      watchSilence();
      refresh();
    },
    knows: (card) => parts.isListed(parts.fingerprint(card.idNumber).toString('hex')),
    wantsCard: () => !isStopped && state.name === 'signIn',
    card(card) {
      if (isStopped || state.name !== 'signIn') return false;
      return onStaffCard(desk, state, parts.fingerprint(card.idNumber).toString('hex'));
    },
    cardFailed(code) {
      if (!isStopped && state.name === 'signIn') onStaffCardFailed(desk, state, code);
    },
    scanned(scanned) {
      if (isStopped) return false;
      // A slip before the jobs says by itself what is to be done; any other code there is a resident's.
      const isFirst = state.name === 'jobs' && scanned.kind === 'caseNumber';
      const putIn = isFirst ? beginPutIn(locker.view) : state;
      if (putIn.name !== 'putIn') return false;
      isPaperOnly = isDeepStrictEqual(scanned, lastScan);
      lastScan = scanned;
      onPutInScan(desk, putIn, scanned);
      return true;
    },
    busy: () => state.name !== 'closed',
    snapshot: () => ({ sequence, ...project() }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    stop() {
      if (isStopped) return;
      if (signed) log('staff-signed-out', { reason: 'stop' });
      signed = undefined;
      if (state.name === 'putIn') state.asking?.abort();
      state = { name: 'closed' };
      isStopped = true;
      idle.hold();
      stopTicking();
      stopWatching();
      if (isLooking) parts.lookForCode(false);
      listeners.clear();
    },
  };
}
