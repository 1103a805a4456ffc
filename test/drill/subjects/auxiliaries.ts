import type { SensorEvent } from '../../../contract/auxiliaries.ts';
import { auxiliariesOver } from '../../../main/devices/facades/auxiliaries.ts';
import { auxiliariesSimulator } from '../../../native/auxiliaries/simulator/definition.ts';
import { lockerSimulator } from '../../../native/lockboard/simulator/definition.ts';
import { simulator, startOnLine } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

/** The board answers within 10 ms, and is waited for 300 at most. */
const SLOW_MS = 100;
const SENSOR_LIMIT_MS = 3_000;
const LIGHT = { 1: 'continuous', 2: 'off' } as const;

export const auxiliariesSubject: DrillSubject = {
  name: 'auxiliaries modbus-io',
  device: 'auxiliaries',
  // Write one coil, or several.
  strikesAt: /01(05|0f)00/,
  stuckIs: 'a proximity sensor that never changes',
  strangerIs: 'lock boards (8A/80) that report doors',
  async start(around) {
    const bench = await startOnLine(around, simulator(auxiliariesSimulator), {
      start: simulator(lockerSimulator, { reports: true }),
      says: 'open 3',
    });
    let stuck = false;
    let somebody = false;
    return {
      ...bench,
      slowMs: SLOW_MS,
      stuck: {
        set: () => {
          stuck = true;
        },
        clear: () => {
          stuck = false;
        },
      },
      async work({ link, round, heard, until }: WorkParts) {
        const auxiliaries = auxiliariesOver(link);
        const lit = await auxiliaries.setLight('cardReader', { flashRate: LIGHT[round] });
        if (!lit.ok) return lit.error;
        // Somebody comes, or goes.
        const word = somebody ? 'notPresent' : 'present';
        if (!stuck) {
          somebody = !somebody;
          await bench.hand(`sensor proximitySensor ${word}`);
        }
        const wanted = ({ sensor, state }: SensorEvent): boolean => sensor === 'proximitySensor' && state === word;
        const told = await until(() => (heard() as readonly SensorEvent[]).find(wanted), SENSOR_LIMIT_MS);
        const sensors = await auxiliaries.sensors();
        if (!sensors.ok) return sensors.error;
        if (!told) return `lit, sensor ${sensors.value.proximitySensor}`;
        return sensors.value.proximitySensor === word ? DONE : 'WRONG SENSOR';
      },
    };
  },
};
