import { ok } from '../../contract/result.ts';
import type { SimulatedPort } from './simulated-port.ts';
import type { Wire, WireOpener } from './wire.ts';

export type WireDirection = 'toDevice' | 'fromDevice';

/** Sees every chunk that passes, in order; must not throw. */
export type WireReport = (direction: WireDirection, bytes: Uint8Array) => void;

/** Listens at the far end, where the simulator sits. */
export function tapPort(port: SimulatedPort, report: WireReport): SimulatedPort {
  return {
    ...port,
    send(bytes) {
      report('fromDevice', bytes);
      port.send(bytes);
    },
    onReceive(listener) {
      port.onReceive((bytes) => {
        report('toDevice', bytes);
        listener(bytes);
      });
    },
  };
}

/** Listens at the near end, where the driver sits: every wire that the opener opens. */
export function tapOpener(opener: WireOpener, report: WireReport): WireOpener {
  return {
    async open() {
      const opened = await opener.open();
      return opened.ok ? ok(tapWire(opened.value, report)) : opened;
    },
  };
}

function tapWire(wire: Wire, report: WireReport): Wire {
  return {
    ...wire,
    write(bytes) {
      report('toDevice', bytes);
      return wire.write(bytes);
    },
    onData(listener) {
      wire.onData((bytes) => {
        report('fromDevice', bytes);
        listener(bytes);
      });
    },
  };
}
