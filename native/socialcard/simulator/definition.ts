import { join } from 'node:path';
import type { HandAct, SimulatorDefinition } from '../../simulation/simulator.ts';
import { cardFiles } from './card-files.ts';
import { type CardHabits, muteChip, otherChip, type SimulatedCard, socialCardChip } from './card-program.ts';
import { startPcscdDouble } from './pcscd-double.ts';
import { specimenSocialCards } from './people.ts';

const OPTIONS = { commandDelayMs: 40 };

/** A reader for social-security cards behind a pcscd of its own, at a socket in its folder. Needs no package. */
export const socialCardSimulator: SimulatorDefinition<typeof OPTIONS> = {
  device: 'socialCard',
  name: 'social-card',
  options: OPTIONS,
  optionsSay: { commandDelayMs: 'what a card needs for each command, milliseconds' },
  async start({ commandDelayMs }, { clock, folder }) {
    const daemon = await startPcscdDouble(join(folder, 'pcscd.comm'), clock);
    daemon.setCommandDelay(commandDelayMs);
    const put = (habits: Partial<CardHabits>) => (person: string) => daemon.insert(personsCard(person, habits));
    const act = (says: string, what: (argument: string) => void | Promise<void>): HandAct => ({ says, do: what });
    return {
      config: { driver: 'pcsc', socket: daemon.socket },
      hand: {
        insert: act('puts in the card of a specimen person (by id; none: the first)', put({})),
        insertByNumber: act('the same; its records go by number only', put({ records: 'byNumber' })),
        insertPinCard: act("the same; the holder's data are behind a PIN", put({ pin: true })),
        take: act('takes the card out', () => daemon.take()),
        upsideDown: act('puts a card in upside down', () => daemon.insert(muteChip())),
        wrongCard: act('puts a bank card in', () => daemon.insert(otherChip())),
        slow: act('a card needs so many milliseconds for each command', (text) => daemon.setCommandDelay(number(text))),
        unplugReader: act('pulls the cable of the reader', () => daemon.setReaderPlugged(false)),
        plugReader: act('puts the cable back', () => daemon.setReaderPlugged(true)),
        stopDaemon: act('stops pcscd', () => daemon.stopDaemon()),
        startDaemon: act('starts pcscd again', () => daemon.startDaemon()),
        silent: act('pcscd hangs (on, off)', (text) => daemon.setSilent(text !== 'off')),
      },
      close: () => daemon.close(),
    };
  },
};

function personsCard(person: string, habits: Partial<CardHabits>): SimulatedCard {
  const cards = specimenSocialCards();
  const [first = ''] = cards.keys();
  const card = cards.get(person === '' ? first : person);
  if (!card) throw new RangeError(`a person: ${[...cards.keys()].join(', ')}`);
  return socialCardChip(cardFiles(card), habits);
}

function number(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0 || value > 60_000) throw new RangeError('milliseconds, 0 to 60000');
  return value;
}
