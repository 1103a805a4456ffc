import type { ReactElement } from 'react';
import { wordsOf } from '../i18n/words.ts';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { DigitPad } from './digit-pad.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

type SignInScreen = StaffScreenOf<'signIn'>;

/** A PIN is no longer than this. */
const PIN_LONGEST = 8;

/** Card or number, then the PIN; of a second person, too. */
export function SignIn(screen: SignInScreen): ReactElement {
  const { words, language } = useStaffView();
  const { step, second, number, byCard, refused, lockedSeconds } = screen;
  const title = step === 'pin' ? words.pinTitle : second ? words.secondTitle : words.whoTitle;
  const found = number === undefined ? undefined : byCard ? words.pinForCard(number) : words.pinFor(number);
  return (
    <Screen
      className="sign-in"
      title={title}
      lead={second ? words.secondLead(second.cell) : step === 'pin' ? found : words.whoLead}
    >
      <div className="sign-in-who">
        {second && step === 'pin' && <p className="lead">{found}</p>}
        {(step === 'who' || refused === 'staff.needsCard') && (
          <div className="card-hint">
            <DeviceHint lit={['card']} motion="put" words={wordsOf(language)} />
          </div>
        )}
        <Typed {...screen} />
        {lockedSeconds === undefined ? <Refusal code={refused} /> : <Locked seconds={lockedSeconds} />}
      </div>
      <DigitPad enter />
    </Screen>
  );
}

/** The number as it was typed, or a dot for each digit of the PIN and a ring for the next: how long it is, nobody is told. */
function Typed({ step, typed, pinLength }: SignInScreen): ReactElement {
  const { words } = useStaffView();
  if (step === 'who')
    return (
      <div className="typed">
        <span className="typed-label">{words.typedNumber}</span>
        <output className="typed-value">{typed}</output>
      </div>
    );
  return (
    <div className="typed">
      <span className="typed-label">{words.typedPin}</span>
      <span className="pin-dots" role="img" aria-label={words.pinDigits(pinLength)}>
        {Array.from({ length: Math.min(pinLength + 1, PIN_LONGEST) }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name
          <span key={place} className={place < pinLength ? 'pin-dot typed-in' : 'pin-dot'} />
        ))}
      </span>
    </div>
  );
}

/** The core says the seconds anew as they go. */
function Locked({ seconds }: { seconds: number }): ReactElement {
  const { words } = useStaffView();
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <div className="refusal" role="alert">
      <Icon name="warn" />
      <div>
        <p>{words.lockedTitle}</p>
        <p className="locked-for" role="timer">
          {words.lockedFor(time)}
        </p>
      </div>
    </div>
  );
}
