import type { SimulatedPort } from '../../transport/simulated-port.ts';
import { createNewlandDevice, type NewlandDevice } from './newland-device.ts';
import type { ScannerHand } from './scanner-hand.ts';

export type SimulatedTrigger = 'none' | 'honeywell' | 'newland-short' | 'newland';

export interface SerialScannerSettings {
  readonly port: SimulatedPort;
  readonly trigger: SimulatedTrigger;
  /** Behind every code; default CR. */
  readonly end?: Uint8Array;
  readonly prefix?: Uint8Array;
}

export interface SimulatedSerialScanner extends ScannerHand {
  lit(): boolean;
  readonly newland: NewlandDevice;
}

/** What switches the light of engines that answer nothing, as the wire shows it. */
const SWITCHES: Readonly<Partial<Record<SimulatedTrigger, { readonly on: string; readonly off: string }>>> = {
  honeywell: { on: '\x16T\r', off: '\x16U\r' },
  'newland-short': { on: '\x01T\x04', off: '\x01P\x04' },
};
const SWITCH_BYTES = 3;

/** A scanner at the far end of a wire. One that is triggered reads only while its light is on, and that ends with a code. */
export function createSerialScanner(settings: SerialScannerSettings): SimulatedSerialScanner {
  const { port, trigger, end = Uint8Array.of(0x0d), prefix = new Uint8Array(0) } = settings;
  const newland = createNewlandDevice();
  let silent = false;
  let switched = false;
  let heard = '';

  const lit = (): boolean => trigger === 'none' || (trigger === 'newland' ? newland.lit() : switched);
  const darken = (): void => {
    switched = false;
    if (trigger === 'newland') newland.receive(Buffer.from('~\x010000#SCNTRG0;\x03', 'latin1'));
  };
  port.onReceive((bytes) => {
    if (silent) return;
    if (trigger === 'newland') {
      for (const reply of newland.receive(bytes)) port.send(reply);
      return;
    }
    for (const byte of bytes) {
      heard = (heard + String.fromCharCode(byte)).slice(-SWITCH_BYTES);
      if (heard === SWITCHES[trigger]?.on) switched = true;
      if (heard === SWITCHES[trigger]?.off) switched = false;
    }
  });
  return {
    scan(content) {
      if (!lit() || silent) return false;
      darken();
      port.send(Uint8Array.from(Buffer.concat([prefix, content, end])));
      return true;
    },
    noise(bytes) {
      if (!silent) port.send(bytes);
    },
    setSilent(on) {
      silent = on;
      switched = false;
      if (on) newland.losePower();
    },
    lit,
    newland,
  };
}
