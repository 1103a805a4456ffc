import { afterEach, describe, expect, it } from 'vitest';
import type { SdtCommandName } from './commands.ts';
import {
  eventually,
  lastRead,
  type ReaderTestRig,
  type ReaderTestRigSettings,
  specimenCard,
  startReaderTestRig,
} from './reader-test-rig.ts';

const wang = specimenCard('wang-guilan');
const li = specimenCard('li-jianguo');

let rig: ReaderTestRig;
const start = async (settings?: ReaderTestRigSettings): Promise<void> => {
  rig = await startReaderTestRig(settings);
};
afterEach(() => rig.end());

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
const logged = (id: string): number => rig.logged.filter((event) => event.id === id).length;

describe.each(['repeats', 'once'] as const)('reader whose module %s', (continuousReading) => {
  it('a card that stays is read once, and its removal is found', async () => {
    await start({ continuousReading });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(lastRead(rig.events)).toEqual(wang);
    expect(rig.reader.status()).toEqual({ device: 'online', media: 'present' });
    await pause(300);
    expect(rig.story()).toEqual(['presented', 'read']);
    rig.simulator.takeCard();
    await rig.tells(['presented', 'read', 'removed']);
    await eventually(
      1000,
      () => rig.reader.status().media === 'notPresent',
      () => rig.reader.status().media,
    );
  });

  it('the same card put again is read again', async () => {
    await start({ continuousReading });
    for (const times of [1, 2, 3]) {
      rig.simulator.putCard(wang);
      const once = ['presented', 'read', 'removed'];
      await rig.tells([...Array.from({ length: times - 1 }, () => once).flat(), 'presented', 'read']);
      rig.simulator.takeCard();
      await rig.tells(Array.from({ length: times }, () => once).flat());
    }
  });

  it('card taken away mid-read: removed too early, no identity', async () => {
    const onReplied = (command: SdtCommandName): void => {
      if (command === 'selectCard' && rig.story().includes('presented')) rig.simulator.takeCard();
    };
    await start({ continuousReading, onReplied });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'failed card.removedEarly', 'removed']);
  });

  it('card swapped between select and read: only the second one is read', async () => {
    let swaps = 1;
    const onReplied = (command: SdtCommandName): void => {
      if (command !== 'selectCard' || swaps === 0 || !rig.story().includes('presented')) return;
      swaps -= 1;
      rig.simulator.putCard(li);
    };
    await start({ continuousReading, onReplied });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(lastRead(rig.events)).toEqual(li);
  });

  it('card swapped for another faster than the reader looks: the first is removed, the second read', async () => {
    await start({ continuousReading });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    rig.simulator.putCard(li);
    await rig.tells(['presented', 'read', 'removed', 'presented', 'read']);
    expect(lastRead(rig.events)).toEqual(li);
  });

  it('card swapped faster than the reader looks, and the first try at the other is damaged: what answers now is not the first', async () => {
    await start({ continuousReading });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    rig.simulator.corruptNextReply('selectCard');
    rig.simulator.putCard(li);
    await rig.tells(['presented', 'read', 'removed', 'presented', 'read']);
    expect(lastRead(rig.events)).toEqual(li);
  });

  it('reader unplugged with a card on it: the card still lies there when it comes back', async () => {
    await start({ continuousReading });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    await rig.port.unplug();
    await rig.deviceIs('offline', 2000);
    expect(rig.reader.status().media).toBe('unknown');
    await rig.port.plug();
    await rig.deviceIs('online', 3000);
    await pause(200);
    expect(rig.story()).toEqual(['presented', 'read']);
    rig.simulator.takeCard();
    await rig.tells(['presented', 'read', 'removed']);
  });

  it('a module that loses its power with the cable: the card that stays is not a new one', async () => {
    await start({ continuousReading });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    await rig.port.unplug();
    await rig.deviceIs('offline', 2000);
    rig.simulator.losePower();
    await rig.port.plug();
    await rig.deviceIs('online', 3000);
    await pause(300);
    expect(rig.story()).toEqual(['presented', 'read']);
    await rig.port.unplug();
    await rig.deviceIs('offline', 2000);
    rig.simulator.putCard(li);
    await rig.port.plug();
    await rig.tells(['presented', 'read', 'removed', 'presented', 'read']);
    expect(lastRead(rig.events)).toEqual(li);
  });

  it('card taken away while the reader is unplugged: removed is said when it is back', async () => {
    await start({ continuousReading });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    await rig.port.unplug();
    await rig.deviceIs('offline', 2000);
    rig.simulator.takeCard();
    await pause(50);
    expect(rig.story()).toEqual(['presented', 'read']);
    await rig.port.plug();
    await rig.tells(['presented', 'read', 'removed']);
  });

  it('reader unplugged mid-read and back under the same name: the card is read', async () => {
    await start({ continuousReading });
    rig.simulator.setDelay('readBase', 400);
    rig.simulator.putCard(wang);
    await rig.tells(['presented']);
    await pause(60);
    await rig.port.unplug();
    await rig.deviceIs('offline', 2000);
    expect(rig.story()).toEqual(['presented']);
    await rig.port.plug();
    await rig.tells(['presented', 'read']);
    expect(lastRead(rig.events)).toEqual(wang);
  });

  it('a card put while the find reply was lost is found all the same', async () => {
    await start({ continuousReading });
    await pause(100);
    rig.simulator.corruptNextReply('findCard');
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(logged('wire-refused')).toBe(1);
  });
});
