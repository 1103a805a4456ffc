import type { FaultyPort } from '../../simulation/faulty-port.ts';
import type { HandAct } from '../../simulation/simulator.ts';
import type { SimulatedCabinet } from './cabinet.ts';
import type { SimulatedLine } from './simulated-line.ts';

export interface Hands {
  readonly cabinet: SimulatedCabinet;
  readonly line: SimulatedLine;
  readonly port: FaultyPort;
}

/** What a hand can do at a simulated locker. */
export function lockerHand({ cabinet, line, port }: Hands): Readonly<Record<string, HandAct>> {
  const act = (says: string, call: (argument: string) => void): HandAct => ({ says, do: call });
  return {
    open: act('N: pulls the door of cell N open', (text) => cabinet.open(whole(text))),
    close: act('N: shuts the door of cell N', (text) => cabinet.close(whole(text))),
    stuckLock: act('N on|off: the lock of cell N hums and holds', (text) => withSwitch(text, cabinet.setStuckLock)),
    stuckSwitch: act('N on|off: the switch of cell N stays as it is', (text) =>
      withSwitch(text, cabinet.setStuckSwitch),
    ),
    item: act('N on|off: something lies in cell N', (text) =>
      withSwitch(text, (cell, on) => (on ? cabinet.put(cell) : cabinet.take(cell))),
    ),
    missing: act('BOARD on|off: the board with this address has no power', (text) => withSwitch(text, line.setMissing)),
    silent: act('on|off: nothing from the boards gets through', (text) => port.setSilent(isOn(text))),
  };
}

function withSwitch(text: string, call: (number: number, on: boolean) => void): void {
  const [first = '', second = ''] = text.trim().split(/\s+/);
  call(whole(first), isOn(second));
}

function whole(text: string): number {
  if (!/^\d{1,4}$/.test(text.trim())) throw new RangeError('a whole number');
  return Number(text);
}

function isOn(text: string): boolean {
  const word = text.trim();
  if (word !== 'on' && word !== 'off') throw new RangeError('on or off');
  return word === 'on';
}
