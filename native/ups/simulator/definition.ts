import { faultyPort } from '../../simulation/faulty-port.ts';
import type { HandAct, SimulatorDefinition } from '../../simulation/simulator.ts';
import { type SimulatedUps, simulateUps } from './simulated-ups.ts';
import { openTcpPort } from './tcp-port.ts';

const defaults = { ups: 'kiosk' };

function isOn(argument: string): boolean {
  if (argument !== 'on' && argument !== 'off') throw new RangeError(`on or off, not ${argument || 'nothing'}`);
  return argument === 'on';
}

const handOf = (device: SimulatedUps): Readonly<Record<string, HandAct>> => ({
  mains: { says: 'on|off', do: (argument) => device.mains(isOn(argument)) },
  battery: {
    says: 'PERCENT: its charge; it is low at 20',
    do(argument) {
      const percent = Number(argument);
      if (!/^\d{1,3}$/.test(argument) || percent > 100) throw new RangeError(`0 to 100, not ${argument || 'nothing'}`);
      device.battery(percent);
    },
  },
  words: {
    says: '[WORD …]: further words of ups.status, as RB, BYPASS, OVER, FSD',
    do: (argument) => device.words(argument.split(/\s+/).filter((word) => word !== '')),
  },
  stale: { says: 'on|off: upsd hears nothing from its UPS', do: (argument) => device.stale(isOn(argument)) },
});

/** A UPS behind a upsd of its own. The cable is a TCP port: pulled, upsd is gone. */
export const upsSimulator: SimulatorDefinition<typeof defaults> = {
  device: 'ups',
  name: 'ups',
  options: defaults,
  optionsSay: { ups: 'its name at upsd' },
  async start({ ups }, { clock }) {
    const cable = await openTcpPort();
    const port = faultyPort(cable, { clock });
    const device = simulateUps(port, ups);
    return {
      config: { driver: 'nut', host: '127.0.0.1', port: cable.port, ups },
      port,
      hand: handOf(device),
      close: () => port.close(),
    };
  },
};
