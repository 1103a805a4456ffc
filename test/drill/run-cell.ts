import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devicesConfigSchema } from '../../contract/device-config/devices.ts';
import type { DeviceState } from '../../contract/device-status.ts';
import { type DeviceLink, openDeviceLink } from '../../main/devices/device-link.ts';
import type { StartHost } from '../../main/devices/host-starter.ts';
import { systemClock as clock } from '../../native/clock.ts';
import { type CellWatch, createCellWatch, pause, until, watchFrames } from './cell-watch.ts';
import { FAULTS, type Fault, type FaultName } from './faults.ts';
import type { DrillSubject, Plant } from './subject.ts';

/** What came of one device with one fault. */
export interface CellResult {
  /** What the work answered while the fault lasted. */
  readonly work: string;
  /** At the end of the fault. */
  readonly state: DeviceState;
  readonly reasons: readonly string[];
  /** From the fault to the first report that the device is not in use, milliseconds; undefined: never reported. */
  readonly noticedMs: number | undefined;
  /** From the mending to the report that it is in use again, milliseconds; undefined: it was all the time. */
  readonly backMs: number | undefined;
  /** What the same work answered after that. */
  readonly again: string;
  /** What must never be. Empty: nothing. */
  readonly harm: readonly string[];
}

export interface CellParts {
  readonly startHost: StartHost;
  /** Folder `assets/` of the installation. */
  readonly assetsDir: string;
}

/** Limits of waits; nothing is measured by them. */
const ONLINE_LIMIT_MS = 20_000;
const WORK_LIMIT_MS = 10_000;
const NOTICE_LIMIT_MS = 10_000;
const STRIKE_LIMIT_MS = 5_000;
/** A device out of use stays so before somebody gives up waiting for the work. */
const GIVE_UP_AFTER_MS = 700;
/** What may follow the end of a work is let happen: a late second slip, a state that turns. */
const AFTERMATH_MS = 400;

/** Plays one cell of the matrix on a device and a cable of its own. Never throws for what a device or driver does. */
export async function runCell(subject: DrillSubject, fault: FaultName, parts: CellParts): Promise<CellResult> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-drill-'));
  const plant = await subject.start({ clock, folder });
  const watch = createCellWatch();
  const link = openLink(subject, plant, watch, parts);
  try {
    return await play({ subject, plant, watch, link, fault: FAULTS[fault] });
  } finally {
    await link.stop();
    await plant.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function openLink({ device }: DrillSubject, { config }: Plant, watch: CellWatch, parts: CellParts): DeviceLink {
  const settings = devicesConfigSchema.omit({ cameras: true }).parse({ [device]: config })[device];
  if (!settings) throw new Error(`no settings for ${device}`);
  const { onHealth, onEvent } = watch;
  return openDeviceLink({ ...parts, device, settings, clock, log: () => undefined, onHealth, onEvent });
}

const isOut = (state: DeviceState): boolean => state !== 'online' && state !== 'starting';

interface Cell {
  readonly subject: DrillSubject;
  readonly plant: Plant;
  readonly watch: CellWatch;
  readonly link: DeviceLink;
  readonly fault: Fault;
}

async function play({ subject, plant, watch, link, fault }: Cell): Promise<CellResult> {
  const online = (): true | undefined => (link.health().state === 'online' ? true : undefined);
  const work = async (round: 1 | 2, signal?: AbortSignal): Promise<string> => {
    const from = watch.events.length;
    return plant.work({
      link,
      round,
      heard: () => watch.events.slice(from),
      until: (look, limitMs = WORK_LIMIT_MS) => until(look, limitMs, signal),
    });
  };
  let faultAtMs = clock.now();
  let struck: Promise<void> | undefined;
  let wholeAtMs = 0;
  let armed = true;
  const strike = (): void => {
    if (!fault.strike || !armed) return;
    armed = false;
    faultAtMs = clock.now();
    struck = Promise.resolve(fault.strike(plant, clock)).then(() => {
      wholeAtMs = clock.now();
    });
  };

  await fault.before?.(plant);
  link.start();
  if (!fault.before) {
    await until(online, ONLINE_LIMIT_MS);
    faultAtMs = clock.now();
  }
  await fault.begin?.(plant, clock);
  plant.cable.onRequest(watchFrames(subject.strikesAt, strike));
  const giveUp = new AbortController();
  const working = work(1, giveUp.signal);
  if (fault.lasts) {
    await until(() => (isOut(link.health().state) ? true : undefined), NOTICE_LIMIT_MS);
    await pause(GIVE_UP_AFTER_MS);
    giveUp.abort();
  }
  const during = await working;
  armed = false;
  await Promise.race([struck, pause(STRIKE_LIMIT_MS)]);
  await pause(AFTERMATH_MS);
  // The fault may be over already: then what counts is how the device comes out of it.
  if (struck && !fault.lasts) await until(online, ONLINE_LIMIT_MS);
  const { state, reasons } = link.health();
  const noticedMs = watch.firstAfter(faultAtMs, isOut);
  const changes = watch.changes();
  await fault.mend(plant, clock);
  // A cable that was put back during the work made the device whole then.
  const backFrom = struck && !fault.lasts ? 0 : changes;
  if (backFrom > 0 || wholeAtMs === 0) wholeAtMs = clock.now();
  await until(online, ONLINE_LIMIT_MS);
  const again = await work(2);
  await pause(AFTERMATH_MS);
  return {
    work: during,
    state,
    reasons,
    noticedMs,
    backMs: noticedMs === undefined ? undefined : watch.firstAfter(wholeAtMs, (now) => now === 'online', backFrom),
    again,
    harm: [
      ...((await plant.harm?.(watch.events)) ?? []),
      ...(fault.strike && !struck ? ['the fault never struck'] : []),
      ...(link.health().processRestarts > 0 ? ['the process of the driver ended'] : []),
    ],
  };
}
