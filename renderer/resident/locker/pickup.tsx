import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../../contract/screen.ts';
import type { Words } from '../../i18n/zh.ts';
import { DeviceHint, type Place } from '../../ui/device-hint.tsx';
import { DigitBoxes } from '../../ui/digit-boxes.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { NumberPad } from '../../ui/keyboard/number-pad.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';
import { LockedPad } from './locked-pad.tsx';
import { isFinal, PickupRefused } from './pickup-refused.tsx';
import { ProofCard, type ProofState } from './proof-card.tsx';
import { Told } from './told.tsx';
import { DIGITS, useKeys } from './use-keys.ts';

export type PickupScreen = Extract<ScreenOf, { name: 'pickup' }>;

const PROOFS = [
  { proof: 'card', icon: 'card' },
  { proof: 'code', icon: 'message' },
  { proof: 'qr', icon: 'qr' },
] as const;

function titleOf(given: number, { refused, hasScanner }: PickupScreen, words: Words): string {
  if (refused) return words.pickupTitleAgain;
  if (given >= 1) return words.pickupTitleMore;
  return hasScanner ? words.pickupTitle : words.pickupTitleBoth;
}

function noteOf({ have, waiting, hasScanner, lockedSeconds }: PickupScreen, words: Words): string | undefined {
  if (!have.card || waiting === undefined) return undefined;
  if (waiting === 0) return hasScanner ? words.pickupNothing : words.pickupNothingCode;
  if (have.code || have.qr) return undefined;
  // Nobody is asked for a code while the pad is closed.
  if (lockedSeconds !== undefined) return hasScanner ? words.pickupWaitingQr(waiting) : undefined;
  return hasScanner ? words.pickupWaiting(waiting) : words.pickupWaitingCode(waiting);
}

/** Two of three; or why these two do not do, where typing once more would not help. */
export function Pickup(screen: PickupScreen): ReactElement {
  const { refused } = screen;
  return isFinal(refused) ? <PickupRefused {...screen} refused={refused} /> : <PickupProofs {...screen} />;
}

/** Two of three, in any order: what is there already, what is still possible, and the pad for the code at its place all the time. */
function PickupProofs(screen: PickupScreen): ReactElement {
  const { have, typed, refused, lockedSeconds, hasScanner } = screen;
  const { words, snapshot } = useView();
  const onKey = useKeys();
  // A card for which nothing lies here opens nothing.
  const given = [have.card && screen.waiting !== 0, have.code, have.qr].filter(Boolean).length;
  const wanted: Place[] = [];
  if (!have.card) wanted.push('card');
  if (hasScanner && !have.qr) wanted.push('scanner');
  const stateOf = (proof: 'card' | 'code' | 'qr'): ProofState => {
    if (have[proof]) return 'given';
    return proof === 'qr' && !hasScanner ? 'not' : 'open';
  };
  const told: Readonly<Record<ProofState, (at: number) => string>> = {
    given: (at) => words.proofGiven[at] ?? '',
    open: () => words.proofOpen,
    not: () => words.proofNot,
  };
  const { phone } = snapshot.kiosk;
  // The closed pad says it itself.
  const isLocked = lockedSeconds !== undefined;
  return (
    <Screen
      className="locker-proofs pickup"
      title={titleOf(given, screen, words)}
      art={<DeviceHint lit={wanted} motion={wanted.includes('card') ? 'put' : 'none'} words={words} />}
      actions={
        lockedSeconds === undefined ? (
          <>
            <DigitBoxes
              label={`${words.pickupCode}: ${words.digitsTyped(typed.length, 6)}`}
              typed={typed}
              groups={[3, 3]}
            />
            <Keyboard label={words.pickupCode} onKey={onKey} accepts={DIGITS}>
              <NumberPad onKey={onKey} />
            </Keyboard>
          </>
        ) : (
          <LockedPad
            seconds={lockedSeconds}
            meanwhile={hasScanner ? words.pickupLockedDo(phone) : words.pickupLockedWait(phone)}
          />
        )
      }
    >
      <ul className="proofs" aria-label={words.pickupProofs}>
        {PROOFS.map(({ proof, icon }, at) => {
          const state = stateOf(proof);
          return (
            <ProofCard
              key={proof}
              icon={icon}
              name={words.proofNames[at] ?? ''}
              how={words.proofHow[at] ?? ''}
              state={state}
              told={told[state](at)}
            />
          );
        })}
      </ul>
      <Told
        refused={isLocked && refused === 'pickup.locked' ? undefined : refused}
        times={screen.refusedTimes}
        note={noteOf(screen, words)}
      />
    </Screen>
  );
}
