import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { serialPortOpener } from '../transport/serial-port.ts';
import { PROBE_ROUNDS } from './probes/table.ts';
import { portScanMs, scanPort } from './scan-port.ts';
import { type Cables, openCables } from './testing/cables.ts';
import { cardReaderAt, lockerAt } from './testing/far-ends.ts';

let cables: Cables;
beforeEach(async () => {
  cables = await openCables();
});
afterEach(() => cables.close());

const scan = (path: string) => scanPort({ path, clock: systemClock, addresses: 1 });

it('nobody answers: mute, with what that can mean', async () => {
  const port = await cables.open('mute');
  const heard: number[] = [];
  port.onReceive((bytes) => heard.push(...bytes));
  expect(await scan(port.path)).toMatchObject({ certainty: 'unknown', what: expect.stringMatching(/^mute/), fits: [] });
  expect(heard.length).toBeGreaterThan(0);
});

it('bytes without end: noise, and no device is made of them', async () => {
  const port = await cables.open('noise');
  let seed = 7;
  const babble = setInterval(() => {
    const bytes = Uint8Array.from({ length: 24 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed >> 16;
    });
    port.send(bytes);
  }, 20);
  try {
    expect(await scan(port.path)).toMatchObject({
      certainty: 'unknown',
      what: expect.stringMatching(/^noise/),
      fits: [],
    });
  } finally {
    clearInterval(babble);
  }
});

it('a line that gives back what is sent is no device', async () => {
  const port = await cables.open('echo');
  port.onReceive((bytes) => port.send(bytes));
  expect(await scan(port.path)).toMatchObject({ certainty: 'unknown', what: expect.stringMatching(/^its own echo/) });
});

it('a board of eight channels that are all 0 answers like an echo and is none', async () => {
  const port = await cables.open('all-zero');
  port.onReceive((bytes) => {
    if (Buffer.from(bytes).toString('hex') === '80010033b2') port.send(bytes);
  });
  expect(await scan(port.path)).toMatchObject({
    certainty: 'certain',
    channels: 8,
    fits: [{ settings: { driver: 'kr-8a' } }],
  });
});

it('a board behind a converter that hears itself is recognised all the same', async () => {
  const port = await cables.open('echoing-board');
  lockerAt(
    {
      ...port,
      onReceive: (take) =>
        port.onReceive((bytes) => {
          port.send(bytes);
          take(bytes);
        }),
    },
    'kr-8a',
  );
  expect(await scan(port.path)).toMatchObject({ certainty: 'certain', fits: [{ settings: { driver: 'kr-8a' } }] });
});

it('another program has the port: busy, and nothing is sent', async () => {
  const port = await cables.open('busy');
  let heard = 0;
  port.onReceive((bytes) => {
    heard += bytes.length;
  });
  const held = await serialPortOpener({ path: port.path, baudRate: 9600, writeLimitMs: 1_000 }).open();
  expect(await scan(port.path)).toMatchObject({ certainty: 'unknown', what: expect.stringMatching(/^busy/) });
  expect(heard).toBe(0);
  if (held.ok) await held.value.close();
});

it('there is no such port', async () => {
  expect(await scan(`${cables.folder}/nothing`)).toMatchObject({ what: 'there is no such port' });
});

it('the cable is pulled in the middle: told, no crash', async () => {
  const port = await cables.open('pulled');
  let frames = 0;
  port.onReceive(() => {
    frames += 1;
    if (frames === 3) void port.unplug();
  });
  expect(await scan(port.path)).toMatchObject({ certainty: 'unknown', what: 'there is no such port' });
});

it('an answer that was spoilt once is asked for again', async () => {
  const port = await cables.open('spoilt');
  let replies = 0;
  cardReaderAt({
    ...port,
    send(bytes) {
      replies += 1;
      port.send(replies === 1 ? bytes.map((byte, at) => (at === 8 ? byte ^ 1 : byte)) : bytes);
    },
  });
  expect(await scan(port.path)).toMatchObject({ certainty: 'certain', fits: [{ place: 'idCard' }] });
});

it('says beforehand how long a port takes', () => {
  const usual = portScanMs(8);
  expect(usual.mute).toBeLessThan(25_000);
  expect(usual.longest).toBeLessThan(120_000);
  expect(portScanMs(32).mute).toBeGreaterThan(usual.mute);
});

it('every address of a family is asked: all boards are found, and the wait is bounded', async () => {
  const port = await cables.open('many');
  lockerAt(port, 'cu16', { boards: 3, cells: 16 });
  const rounds = PROBE_ROUNDS.map((round) => ({
    ...round,
    probes: round.probes.filter(({ name }) => name === 'cu16'),
  }));
  const found = await scanPort({ path: port.path, clock: systemClock, addresses: 16, rounds });
  expect(found).toMatchObject({
    channels: 48,
    fits: [{ settings: { boards: [{ address: 0 }, { address: 1 }, { address: 2 }] } }],
  });
});

it('a board whose cable is pulled after its first answer: no crash, and no board without an address', async () => {
  const port = await cables.open('pulled-board');
  lockerAt(
    {
      ...port,
      send: (bytes) => {
        port.send(bytes);
        setTimeout(() => void port.unplug(), 5);
      },
    },
    'cu16',
    { cells: 16 },
  );
  const rounds = PROBE_ROUNDS.filter(({ probes }) => probes.some(({ name }) => name === 'cu16'));
  const found = await scanPort({ path: port.path, clock: systemClock, addresses: 4, rounds });
  expect(found).toMatchObject({ certainty: 'unknown', fits: [] });
});
