import type { FaultyPort } from './faulty-port.ts';
import type { HandAct } from './simulator.ts';

function whole(argument: string, question: string, most: number): number {
  const value = Number(argument);
  if (argument === '' || !Number.isInteger(value) || value < 0 || value > most) throw new RangeError(question);
  return value;
}

/** What a hand can do to any cable. */
export const cableActs = (port: FaultyPort): Readonly<Record<string, HandAct>> => ({
  unplug: { says: 'pulls the cable', do: () => port.unplug() },
  plug: { says: 'puts it back', do: () => port.plug() },
  silent: {
    says: 'on|off: nothing gets through to the host',
    do(argument) {
      if (argument !== 'on' && argument !== 'off') throw new RangeError('silent: on or off?');
      port.setSilent(argument === 'on');
    },
  },
  slow: {
    says: 'MS: each further reply comes so much later',
    do: (argument) => port.setSlow(whole(argument, 'slow: how many milliseconds?', 600_000)),
  },
  drop: { says: 'the next reply is lost', do: () => port.onReply(1, { type: 'drop' }) },
  corrupt: { says: 'a bit of the next reply is turned', do: () => port.onReply(1, { type: 'corrupt' }) },
  noise: {
    says: 'BYTES: so many that belong to nothing',
    do: (argument) => port.noise(whole(argument, 'noise: how many bytes?', 1_000_000)),
  },
});
