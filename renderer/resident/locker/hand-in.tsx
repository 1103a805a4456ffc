import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../../contract/screen.ts';
import type { Words } from '../../i18n/zh.ts';
import { DeviceHint, type Place } from '../../ui/device-hint.tsx';
import { DigitBoxes } from '../../ui/digit-boxes.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { NumberPad } from '../../ui/keyboard/number-pad.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';
import { ProofCard, type ProofState } from './proof-card.tsx';
import { Told } from './told.tsx';
import { DIGITS, useKeys } from './use-keys.ts';

type HandInScreen = Extract<ScreenOf, { name: 'handIn' }>;

const CASE_DIGITS = 15;
/** As it stands on the slip: region, year, number. */
const GROUPS = [6, 4, 5];

function nextOf({ have, checking, hasScanner }: HandInScreen, words: Words): string {
  if (checking) return words.handInChecking;
  if (have.case && !have.card) return words.handInNeedsCard;
  return hasScanner ? words.handInScan : words.handInNeedsCase;
}

/** Materials are taken against a case: whose card, and which case. */
export function HandIn(screen: HandInScreen): ReactElement {
  const { have, typed, refused, hasScanner } = screen;
  const { words } = useView();
  const onKey = useKeys();
  const stateOf = (proof: 'card' | 'case'): ProofState => (have[proof] ? 'given' : 'open');
  const wanted: Place[] = [];
  if (!have.card) wanted.push('card');
  if (hasScanner && !have.case) wanted.push('scanner');
  return (
    <Screen
      className="locker-proofs hand-in"
      title={words.handInTitle}
      lead={words.handInLead}
      art={<DeviceHint lit={wanted} motion={wanted.includes('card') ? 'put' : 'none'} held="slip" words={words} />}
      actions={
        <>
          <DigitBoxes
            label={`${words.handInCase}: ${words.digitsTyped(typed.length, CASE_DIGITS)}`}
            typed={typed}
            groups={GROUPS}
          />
          <Keyboard label={words.handInCase} onKey={onKey} accepts={DIGITS}>
            <NumberPad onKey={onKey} />
          </Keyboard>
        </>
      }
    >
      <ul className="proofs two" aria-label={words.handInProofs}>
        {(['card', 'case'] as const).map((proof, at) => {
          const state = stateOf(proof);
          return (
            <ProofCard
              key={proof}
              icon={proof === 'card' ? 'card' : 'receipt'}
              name={words.handInNames[at] ?? ''}
              how={words.handInHow[at] ?? ''}
              state={state}
              told={state === 'given' ? (words.handInGiven[at] ?? '') : words.handInStill}
            />
          );
        })}
      </ul>
      <Told refused={screen.checking ? undefined : refused} note={nextOf(screen, words)} />
    </Screen>
  );
}
