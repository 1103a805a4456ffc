import { TRAP_POINTS, type TrapPoint } from '../bench/traps.ts';
import { actRows, type ExceptionFacts, exceptionRows } from '../invariants/store-rows.ts';
import { allCells, showItems, until } from '../world/hands.ts';
import { thingsIn } from '../world/ledger.ts';
import type { Rig } from '../world/rig.ts';
import { running, type Step } from './step.ts';

const cellOf = (rig: Rig, index: number): number => (index % rig.bench.cabinet.cells) + 1;

export interface KillDraw {
  readonly downMs: number;
  /** The mains fail, too: the boards take so long to come back. */
  readonly power: boolean;
  readonly trap: TrapPoint | 'now';
  readonly after: number;
}
export const KILLS = ['now', ...TRAP_POINTS] as const;

/** `kill -9`: now, or when the core or its driver next comes to a certain point. */
export const kill = (drawn: KillDraw): Step => ({
  name: drawn.power ? 'powerLoss' : 'kill',
  drawn,
  async run(rig) {
    const { trap, after, power, downMs } = drawn;
    if (trap !== 'now') {
      if (!(await running(rig))) return 'noMachine';
      rig.setTrap({ point: trap, after });
      return `trap ${trap}`;
    }
    rig.kill(power ? 'power' : 'now');
    if (power) rig.bench.setDead(true);
    await rig.clock.advance(downMs);
    if (power) {
      rig.start();
      await rig.clock.advance(downMs);
      rig.bench.setDead(false);
    }
    await running(rig);
    return 'now';
  },
});

export interface HandDraw {
  readonly index: number;
  readonly act: 'shut' | 'pull' | 'pullAndTake' | 'pullAndShut';
  readonly forMs: number;
}

/** Hands at the doors, whether or not anybody let them. */
export const hand = (drawn: HandDraw): Step => ({
  name: 'hand',
  drawn,
  async run(rig) {
    const { cabinet } = rig.bench;
    const cell = cellOf(rig, drawn.index);
    if (drawn.act === 'shut') {
      const open = allCells(rig).filter((one) => cabinet.isOpen(one));
      for (const one of open) cabinet.close(one);
      await until(rig, drawn.forMs, () => false);
      return open.length > 0 ? 'shut' : 'nothingOpen';
    }
    if (cabinet.isOpen(cell)) return 'isOpen';
    const watched = rig.watches(cell);
    const leaps = rig.clock.leaps();
    const isTold = tellsOf(rig, cell);
    cabinet.open(cell);
    if (drawn.act === 'pullAndTake') {
      for (const thing of thingsIn(rig.ledger, cell)) thing.where = { at: 'thief' };
      showItems(rig, cell);
    }
    await rig.clock.advance(drawn.forMs);
    const stoodMs = rig.openForMs(cell);
    if (drawn.act !== 'pull') cabinet.close(cell);
    const seen = watched && rig.watches(cell) && stoodMs >= WATCHED_MS && rig.clock.leaps() === leaps;
    if (seen && !isTold()) rig.findings.push(`cell ${cell} was pulled open, and nobody was told`);
    if (!seen) rig.ledger.unknowable.set(cell, 'pulled open while nobody looked');
    return drawn.act;
  },
});

/**
 * Whether an exception tells of a door that is pulled open from now on. An act may hide it: its own door, open, or just pulsed, or
 * looked into by staff.
 */
function tellsOf(rig: Rig, cell: number): () => boolean {
  const pulses = (): number => rig.bench.cabinet.pulses().filter((one) => one === cell).length;
  const [start, before, pulsed] = [rig.starts(), exceptionRows(rig.store()), pulses()];
  const acts = actRows(rig.store()).filter((act) => act.cell === cell);
  const isBusy = acts.some(({ state }) => state === 'open' || state === 'planned');
  return () => {
    if (isBusy || pulses() !== pulsed || rig.starts() !== start || !rig.machine()) return true;
    const since = actRows(rig.store()).filter((act) => act.cell === cell && !acts.some(({ id }) => id === act.id));
    const isNew = ({ id, verdict }: ExceptionFacts): boolean =>
      verdict === null || !before.some((one) => one.id === id);
    return (
      since.some(({ kind }) => kind === 'inspect') ||
      exceptionRows(rig.store()).some((row) => row.cell === cell && isNew(row))
    );
  };
}

/** A door that stands open for so long is seen by boards that answer. */
const WATCHED_MS = 5_000;

export interface SteelDraw {
  readonly index: number;
  readonly what: 'lockSticks' | 'switchSticks' | 'slowSpring' | 'itemLies' | 'mended';
}

/** What wears out at a cell. */
export const steel = (drawn: SteelDraw): Step => ({
  name: drawn.what,
  drawn,
  async run(rig) {
    const { cabinet } = rig.bench;
    const cell = cellOf(rig, drawn.index);
    switch (drawn.what) {
      case 'lockSticks':
        cabinet.setStuckLock(cell, true);
        break;
      case 'switchSticks':
        cabinet.setStuckSwitch(cell, true);
        rig.ledger.unknowable.set(cell, 'its switch lies');
        rig.ledger.lyingSwitches.add(cell);
        break;
      case 'slowSpring':
        cabinet.setSpringMs(cell, 1_000 + (drawn.index % 7) * 700);
        break;
      case 'itemLies':
        if (!rig.family.seesItems) return 'noSensor';
        rig.ledger.itemLies.set(cell, drawn.index % 2 === 0 ? 0 : 1);
        rig.ledger.unknowable.set(cell, 'its sensor lies');
        showItems(rig, cell);
        break;
      default:
        mendCell(rig, cell);
    }
    await rig.clock.advance(1_500);
    return 'done';
  },
});

export function mendCell(rig: Rig, cell: number): void {
  const { cabinet } = rig.bench;
  cabinet.setStuckLock(cell, false);
  cabinet.setStuckSwitch(cell, false);
  cabinet.setSpringMs(cell, 60);
  rig.ledger.itemLies.delete(cell);
  rig.ledger.lyingSwitches.delete(cell);
  showItems(rig, cell);
}

export interface LineDraw {
  readonly what: 'allDead' | 'oneDead' | 'unplugged' | 'back' | 'networkOff' | 'networkDeaf' | 'networkOn';
  readonly forMs: number;
}

/** Boards and network go and come. */
export const line = (drawn: LineDraw): Step => ({
  name: drawn.what,
  drawn,
  async run(rig) {
    const [first] = rig.family.boards;
    switch (drawn.what) {
      case 'allDead':
        rig.bench.setDead(true);
        break;
      case 'oneDead':
        if (first) rig.bench.line.setMissing(first.address, true);
        break;
      case 'unplugged':
        rig.bench.setPlugged(false);
        break;
      case 'back':
        rig.bench.setDead(false);
        rig.bench.setPlugged(true);
        break;
      case 'networkOff':
        rig.network.set('off');
        break;
      case 'networkDeaf':
        rig.network.set('deaf');
        break;
      default:
        rig.network.set('on');
        rig.machine()?.courier.resume();
    }
    await rig.clock.advance(drawn.forMs);
    return 'done';
  },
});

export interface TimeDraw {
  readonly how: 'runs' | 'leaps' | 'wallBack' | 'wallForward';
  readonly minutes: number;
}

const MINUTE_MS = 60_000;

/** Time goes on, with everything that falls due; or days pass; or somebody corrects the clock. */
export const time = (drawn: TimeDraw): Step => ({
  name: drawn.how,
  drawn,
  async run(rig) {
    const ms = drawn.minutes * MINUTE_MS;
    if (drawn.how === 'runs') await rig.clock.advance(Math.min(ms, 2 * MINUTE_MS));
    else if (drawn.how === 'leaps') await rig.clock.leap(ms);
    else rig.clock.setWall(drawn.how === 'wallBack' ? -ms : ms);
    await rig.clock.advance(3_000);
    return 'done';
  },
});
