import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import modbusSerial, { ServerSerial } from 'modbus-serial';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { openPseudoTerminal } from '../transport/pseudo-terminal.ts';
import { serialPortOpener } from '../transport/serial-port.ts';
import { createModbusMaster, type ModbusMaster } from './master.ts';
import { COIL_OFF, COIL_ON, readCoils, readInputs, readRegisters, writeCoil, writeCoils } from './requests.ts';
import { serveSlaves } from './simulator/line.ts';
import { createSimulatedSlave } from './simulator/slave.ts';

const BAUD_RATE = 115_200;
let folder: string;
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modbus-'));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await rm(folder, { recursive: true, force: true });
});

/** Two ports with a cable between them. */
async function openCable(): Promise<readonly [string, string]> {
  const paths = [join(folder, 'a'), join(folder, 'b')] as const;
  const socat: ChildProcess = spawn(
    'socat',
    paths.map((path) => `PTY,link=${path},rawer`),
    { stdio: 'inherit' },
  );
  ends.push(async () => {
    socat.kill('SIGTERM');
    if (socat.exitCode === null && socat.signalCode === null) await once(socat, 'exit');
  });
  await expect.poll(() => paths.every((path) => existsSync(path)), { timeout: 5_000 }).toBe(true);
  return paths;
}

async function masterOn(path: string): Promise<ModbusMaster> {
  const opened = await serialPortOpener({ path, baudRate: BAUD_RATE, writeLimitMs: 1_000 }).open();
  if (!opened.ok) throw new Error(opened.error);
  ends.push(() => opened.value.close());
  return createModbusMaster({
    wire: opened.value,
    clock: systemClock,
    log: (id, fields) => expect.unreachable(`${id} ${JSON.stringify(fields)}`),
    device: 'auxiliaries',
    address: 7,
  });
}

describe('our master and a slave of another hand', () => {
  it('coils, inputs, registers and refusals', async () => {
    const [near, far] = await openCable();
    const coils = new Array<boolean>(16).fill(false);
    const server = new ServerSerial(
      {
        getCoil: (at: number) => coils[at] ?? false,
        getDiscreteInput: (at: number) => at % 3 === 0,
        getHoldingRegister: (at: number) => at + 0x100,
        setCoil: async (at: number, on: boolean) => {
          coils[at] = on;
        },
      },
      { path: far, baudRate: BAUD_RATE, unitID: 7 },
    );
    ends.push(() => new Promise((resolve) => server.close(() => resolve(undefined))));
    await once(server, 'initialized');
    const master = await masterOn(near);

    expect(await master.ask(writeCoil(7, 2, COIL_ON))).toEqual({ ok: true, value: true });
    expect(await master.ask(writeCoils(7, 8, [true, false, true]))).toEqual({ ok: true, value: true });
    const read = await master.ask(readCoils(7, 0, 11));
    expect(read).toEqual({
      ok: true,
      value: [2, 8, 10].reduce((bits, at) => bits.with(at, true), coils.slice(0, 11).fill(false)),
    });
    expect(await master.ask(writeCoil(7, 2, COIL_OFF))).toEqual({ ok: true, value: true });
    expect(coils[2]).toBe(false);
    expect(await master.ask(readInputs(7, 1, 9))).toEqual({
      ok: true,
      value: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => at % 3 === 0),
    });
    expect(await master.ask(readRegisters(7, 2, 2))).toEqual({ ok: true, value: [0x102, 0x103] });
  });

  it('a function that it lacks is refused in its words', async () => {
    const [near, far] = await openCable();
    const server = new ServerSerial({ getCoil: () => true }, { path: far, baudRate: BAUD_RATE, unitID: 7 });
    ends.push(() => new Promise((resolve) => server.close(() => resolve(undefined))));
    await once(server, 'initialized');
    const master = await masterOn(near);
    expect(await master.ask(readInputs(7, 0, 8))).toMatchObject({ ok: false });
    expect(await master.ask(readCoils(7, 0, 1))).toEqual({ ok: true, value: [true] });
  });
});

describe('our simulated slave and a master of another hand', () => {
  it('coils, pulses, inputs and refusals', async () => {
    const port = await openPseudoTerminal(join(folder, 'slave'));
    ends.push(() => port.close());
    const slave = createSimulatedSlave({ clock: systemClock, address: 7, relays: 8, inputs: 8 });
    serveSlaves(port, [slave], { clock: systemClock });
    slave.setInput(4, true);

    const master = new modbusSerial.default();
    await master.connectRTUBuffered(port.path, { baudRate: BAUD_RATE });
    ends.push(() => new Promise((resolve) => master.close(() => resolve(undefined))));
    master.setID(7);
    master.setTimeout(2_000);

    await master.writeCoil(3, true);
    await master.writeCoils(5, [true, true]);
    expect((await master.readCoils(0, 8)).data).toEqual([false, false, false, true, false, true, true, false]);
    expect((await master.readDiscreteInputs(0, 8)).data[4]).toBe(true);
    expect((await master.readHoldingRegisters(0x4000, 1)).data).toEqual([7]);
    await expect(master.writeCoil(8, true)).rejects.toMatchObject({ modbusCode: 2 });
    await expect(master.readCoils(0, 9)).rejects.toMatchObject({ modbusCode: 2 });
    await expect(master.readInputRegisters(0, 1)).rejects.toMatchObject({ modbusCode: 1 });
  });
});
