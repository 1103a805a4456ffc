import type { SimulatedPort } from '../../transport/simulated-port.ts';

/** Seconds that a full battery lasts. */
const FULL_RUNTIME_SECONDS = 1_200;
const LOW_PERCENT = 20;
const FULL_PERCENT = 100;
const LONGEST_REQUEST = 512;

export interface SimulatedUps {
  mains(on: boolean): void;
  battery(percent: number): void;
  /** Further words of ups.status: `RB`, `BYPASS`, `FSD`. */
  words(words: readonly string[]): void;
  /** The UPS's own cable, behind upsd: upsd then answers ERR DATA-STALE. */
  stale(on: boolean): void;
}

/** `upsd` with one UPS. It reads and writes the lines itself: one `send` is one answer. */
export function simulateUps(port: SimulatedPort, name: string): SimulatedUps {
  let onMains = true;
  let percent = FULL_PERCENT;
  let more: readonly string[] = [];
  let isStale = false;
  let pending = '';

  const statusWords = (): string => {
    const words = onMains ? ['OL'] : ['OB', 'DISCHRG'];
    if (percent <= LOW_PERCENT) words.push('LB');
    if (onMains && percent < FULL_PERCENT) words.push('CHRG');
    return [...words, ...more].join(' ');
  };
  const variables = (): Record<string, string> => ({
    'battery.charge': `${percent}`,
    'battery.charge.low': `${LOW_PERCENT}`,
    'battery.runtime': `${Math.round((FULL_RUNTIME_SECONDS * percent) / 100)}`,
    'device.mfr': 'Tongban',
    'device.model': 'Simulated \\"UPS\\"',
    'input.voltage': onMains ? '230.0' : '0.0',
    'ups.status': statusWords(),
  });
  const answer = (line: string): string => {
    const [verb, what, ups, variable] = line.trim().split(/\s+/);
    if (verb === 'LOGOUT') return 'OK Goodbye\n';
    if (verb === 'VER') return 'Network UPS Tools upsd 2.8.0 - simulated\n';
    if (verb === 'LIST' && what === 'UPS') return `BEGIN LIST UPS\nUPS ${name} "simulated"\nEND LIST UPS\n`;
    if (what !== 'VAR') return 'ERR UNKNOWN-COMMAND\n';
    if (ups !== name) return 'ERR UNKNOWN-UPS\n';
    if (isStale) return 'ERR DATA-STALE\n';
    const known = variables();
    if (verb === 'GET') {
      const value = variable === undefined ? undefined : known[variable];
      return value === undefined ? 'ERR VAR-NOT-SUPPORTED\n' : `VAR ${name} ${variable} "${value}"\n`;
    }
    const lines = Object.entries(known).map(([key, value]) => `VAR ${name} ${key} "${value}"\n`);
    return `BEGIN LIST VAR ${name}\n${lines.join('')}END LIST VAR ${name}\n`;
  };

  port.onReceive((bytes) => {
    const lines = (pending + Buffer.from(bytes).toString('latin1')).split('\n');
    pending = (lines.pop() ?? '').slice(-LONGEST_REQUEST);
    for (const line of lines) port.send(Buffer.from(answer(line), 'utf8'));
  });
  return {
    mains(on) {
      onMains = on;
    },
    battery(level) {
      percent = level;
    },
    words(words) {
      more = words;
    },
    stale(on) {
      isStale = on;
    },
  };
}
