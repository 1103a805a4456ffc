import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { StaffEvent } from '../../contract/staff-event.ts';
import { Key, ShownAtContext } from '../ui/keyboard/key.tsx';
import { useHardwareKeys } from '../ui/keyboard/use-hardware-keys.ts';
import { useStaffView } from './staff-view.ts';

type PadKey = Extract<StaffEvent, { type: 'key' }>['key'];

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const satisfies readonly PadKey[];
const KEYS: readonly string[] = [...DIGITS, '0', 'delete', 'clear', 'enter'];
const TYPED = /^\d$/;

const isPadKey = (key: string): key is PadKey => KEYS.includes(key);

/** A plugged-in number pad ends with Enter; on a button that key keeps its own meaning. */
function useEnterKey(press: (key: string) => void): void {
  useEffect(() => {
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || document.activeElement instanceof HTMLButtonElement) return;
      press('enter');
    };
    document.addEventListener('keydown', enter);
    return () => document.removeEventListener('keydown', enter);
  }, [press]);
}

/** Digits for a hand in a glove. What was typed is known to the core alone. */
export function DigitPad({ enter }: { enter: boolean }): ReactElement {
  const { words, send } = useStaffView();
  const [shownAt] = useState(() => performance.now());
  const press = useCallback(
    (key: string): void => {
      if (isPadKey(key)) send({ type: 'key', key });
    },
    [send],
  );
  useHardwareKeys(press, TYPED);
  useEnterKey(press);
  return (
    <ShownAtContext value={shownAt}>
      <div className="staff-pad">
        {DIGITS.map((digit) => (
          <Key key={digit} onPress={() => press(digit)}>
            {digit}
          </Key>
        ))}
        <Key className="word" onPress={() => press('clear')}>
          {words.clear}
        </Key>
        <Key onPress={() => press('0')}>0</Key>
        <Key className="word" onPress={() => press('delete')}>
          {words.delete}
        </Key>
        {enter && (
          <Key className="enter" onPress={() => press('enter')}>
            {words.enter}
          </Key>
        )}
      </div>
    </ShownAtContext>
  );
}
