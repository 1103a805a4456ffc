import type { Clock } from '../clock.ts';
import type { SimulatedPort } from '../transport/simulated-port.ts';

/** What can go wrong with one reply on its way. */
export type ReplyFault =
  | { readonly type: 'drop' }
  | { readonly type: 'delay'; readonly ms: number }
  /** One bit of one byte is turned. */
  | { readonly type: 'corrupt'; readonly byte?: number }
  | { readonly type: 'wrongChecksum' }
  /** The first `bytes` of it arrive, then the cable is pulled. */
  | { readonly type: 'unplug'; readonly afterBytes?: number };

/** The far end of a wire with a cable that can be bad. Faults wait for replies in the order they were given. */
export interface FaultyPort extends SimulatedPort {
  /** Lies in wait for the nth reply from now on; 1 is the next. */
  onReply(nth: number, fault: ReplyFault): void;
  /** Called before the nth reply from now on is sent: what it asks of this port counts for that reply. */
  beforeReply(nth: number, call: () => void): void;
  /** Bytes that belong to nothing, in a fixed order. */
  noise(bytes: number): void;
  /** Each further reply waits so long. 0: none. */
  setSlow(delayMs: number): void;
  /** Nothing passes to the host while on. */
  setSilent(on: boolean): void;
  /** Replies so far, dropped ones included. */
  replies(): number;
}

export interface FaultyPortSettings {
  readonly clock: Clock;
  /** Makes the check of a reply wrong and leaves the rest; by default the last byte of it is turned. */
  readonly spoilCheck?: (reply: Uint8Array) => Uint8Array;
}

const turned = (reply: Uint8Array, at: number): Uint8Array => {
  const copy = reply.slice();
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
};

/** Wraps the far end. One `send` of the simulator is one reply, as all simulators here do. */
export function faultyPort(port: SimulatedPort, { clock, spoilCheck }: FaultyPortSettings): FaultyPort {
  const waiting = new Map<number, ReplyFault>();
  const callers = new Map<number, (() => void)[]>();
  let replies = 0;
  let slowMs = 0;
  let silent = false;
  /** Changes with every replug: what was on its way is lost with the cable. */
  let cable = 0;

  const later = (delayMs: number, bytes: Uint8Array): void => {
    const mine = cable;
    clock.after(delayMs, () => {
      if (mine === cable && !silent) port.send(bytes);
    });
  };
  const unplug = async (): Promise<void> => {
    cable += 1;
    await port.unplug();
  };
  const pass = (bytes: Uint8Array): void => (slowMs > 0 ? later(slowMs, bytes) : port.send(bytes));

  return {
    ...port,
    unplug,
    send(reply) {
      const calls = callers.get(replies + 1) ?? [];
      // Before they are called: what a hand does may send something itself, and that is a reply like any other.
      callers.delete(replies + 1);
      for (const call of calls) call();
      replies += 1;
      const fault = waiting.get(replies);
      waiting.delete(replies);
      if (silent) return;
      switch (fault?.type) {
        case undefined:
          return pass(reply);
        case 'drop':
          return;
        case 'delay':
          return later(fault.ms, reply);
        case 'corrupt':
          return pass(turned(reply, Math.min(fault.byte ?? reply.length >> 1, reply.length - 1)));
        case 'wrongChecksum':
          return pass(spoilCheck ? spoilCheck(reply) : turned(reply, reply.length - 1));
        case 'unplug':
          port.send(reply.subarray(0, fault.afterBytes ?? reply.length >> 1));
          // The half that was sent gets through first.
          clock.after(5, () => void unplug());
      }
    },
    onReply(nth, fault) {
      waiting.set(replies + nth, fault);
    },
    beforeReply(nth, call) {
      callers.set(replies + nth, [...(callers.get(replies + nth) ?? []), call]);
    },
    noise(bytes) {
      port.send(Uint8Array.from({ length: bytes }, (_, index) => (index * 167 + (index >> 8) * 29 + 13) & 0xff));
    },
    setSlow(delayMs) {
      slowMs = delayMs;
    },
    setSilent(on) {
      silent = on;
    },
    replies: () => replies,
  };
}
