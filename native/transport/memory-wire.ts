import { err, ok, type Result } from '../../contract/result.ts';
import type { SimulatedPort } from './simulated-port.ts';
import type { Wire, WireFailure, WireOpener } from './wire.ts';

/** Both ends of a cable without a system underneath, for tests of a driver beside its simulator. Exact chunks, no delay. */
export interface MemoryWire {
  readonly opener: WireOpener;
  readonly port: SimulatedPort;
}

export function createMemoryWire(path = 'memory'): MemoryWire {
  let plugged = true;
  let open: { deliver(bytes: Uint8Array): void; end(): void } | undefined;
  let receive: ((bytes: Uint8Array) => void) | undefined;

  const openWire = (): Wire => {
    let onData: ((bytes: Uint8Array) => void) | undefined;
    let onClose: (() => void) | undefined;
    let closed = false;
    const end = (): void => {
      if (closed) return;
      closed = true;
      open = undefined;
      onClose?.();
    };
    open = { deliver: (bytes) => onData?.(bytes), end };
    return {
      async write(bytes): Promise<Result<void, WireFailure>> {
        if (closed) return err('portGone');
        receive?.(bytes.slice());
        return ok(undefined);
      },
      onData(listener) {
        onData = listener;
      },
      onClose(listener) {
        onClose = listener;
        if (closed) listener();
      },
      async close() {
        end();
      },
    };
  };

  const unplug = async (): Promise<void> => {
    plugged = false;
    open?.end();
  };
  return {
    opener: {
      async open() {
        if (!plugged) return err('portMissing');
        return open ? err('portBusy') : ok(openWire());
      },
    },
    port: {
      path,
      send: (bytes) => open?.deliver(bytes.slice()),
      onReceive(listener) {
        receive = listener;
      },
      unplug,
      async plug() {
        plugged = true;
      },
      close: unplug,
    },
  };
}
