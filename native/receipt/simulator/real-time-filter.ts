/**
 * Takes DLE EOT n and DLE ENQ n out of a stream wherever they stand, image data included, as a printer's receive interrupt
 * does. The rest goes on as data.
 */
export interface RealTimeFilter {
  push(bytes: Uint8Array): void;
}

const DLE = 0x10;
const EOT = 0x04;
const ENQ = 0x05;

export interface RealTimeSinks {
  /** Whether this model answers DLE EOT n; what it does not know is data to it. */
  knows(n: number): boolean;
  status(n: number): void;
  recover(n: number): void;
  data(byte: number): void;
}

export function createRealTimeFilter(sinks: RealTimeSinks): RealTimeFilter {
  let held: number[] = [];
  const release = (): void => {
    for (const byte of held) sinks.data(byte);
    held = [];
  };
  const take = (byte: number): void => {
    if (held.length === 2) {
      const isStatus = held[1] === EOT && sinks.knows(byte);
      const isRecover = held[1] === ENQ && (byte === 1 || byte === 2);
      if (isStatus || isRecover) {
        held = [];
        if (isStatus) sinks.status(byte);
        else sinks.recover(byte);
        return;
      }
      release();
    }
    if (held.length === 1) {
      if (byte === EOT || byte === ENQ) {
        held.push(byte);
        return;
      }
      release();
    }
    if (byte === DLE) held = [byte];
    else sinks.data(byte);
  };
  return {
    push(bytes) {
      for (const byte of bytes) take(byte);
    },
  };
}
