import type { ReactElement } from 'react';
import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';
import type { Words } from '../../i18n/zh.ts';
import { Button } from '../../ui/button.tsx';
import { DeviceHint, type Place } from '../../ui/device-hint.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';
import type { PickupScreen } from './pickup.tsx';

/** Refusals after which most people have to go, and what helps them besides the sentence itself. */
const FINAL = {
  'pickup.holderOnly': 'pickupMine',
  'pickup.nothingHere': 'pickupWhere',
  'pickup.unknownQr': 'pickupWhere',
  'pickup.usedCode': 'pickupUsedDo',
  'pickup.notReady': 'pickupAskStaff',
} as const;
export type FinalRefusal = keyof typeof FINAL;

export const isFinal = (code: ErrorCode | undefined): code is FinalRefusal => code !== undefined && code in FINAL;

/** What would still do, shown where it goes: the core takes it on this page, too. */
function stillDoes({ refused, have, hasScanner }: PickupScreen): Place[] {
  if (refused === 'pickup.holderOnly' && !have.card) return ['card'];
  return refused === 'pickup.nothingHere' && hasScanner && !have.qr ? ['scanner'] : [];
}

/** Whoever fetches for somebody else has one proof more to give, with their own card where it lies; the core keeps the other. */
function againWords({ refused, have, waiting, hasScanner }: PickupScreen, words: Words): string {
  if (refused !== 'pickup.nothingHere' || waiting !== 0) return words.retry;
  if (!have.code) return words.pickupAgentCode;
  return hasScanner && !have.qr ? words.pickupAgentQr : words.retry;
}

/** Why it is not handed over, as the biggest thing on the page, and a way out. */
export function PickupRefused(screen: PickupScreen & { readonly refused: FinalRefusal }): ReactElement {
  const { refused, refusedTimes = 1 } = screen;
  const { words, say, send, snapshot } = useView();
  const lit = stillDoes(screen);
  return (
    <Screen
      className="trouble pickup-refused"
      sign="warn"
      title={refusedTimes > 1 ? words.pickupNotAgain(refusedTimes) : words.pickupTitleNot}
      art={
        lit.length > 0 ? (
          <DeviceHint lit={lit} motion={lit.includes('card') ? 'put' : 'none'} words={words} />
        ) : (
          <span className="big-sign warn">
            <Icon name="warn" />
          </span>
        )
      }
      actions={
        <>
          <Button kind="primary" icon="leave" onPress={() => send({ type: 'leave' })}>
            {words.leave}
          </Button>
          <Button icon="next" onPress={() => send({ type: 'retry' })}>
            {againWords(screen, words)}
          </Button>
        </>
      }
    >
      <div className="told" aria-live="assertive">
        {/* Anew each time: said again by a screen reader. */}
        <Notice key={refusedTimes} kind="trouble" icon="warn">
          <p>{say(ERRORS[refused].resident)}</p>
        </Notice>
      </div>
      <p className="lead">{words[FINAL[refused]](snapshot.kiosk.phone)}</p>
    </Screen>
  );
}
