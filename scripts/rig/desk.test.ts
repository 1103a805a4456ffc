import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DockAction } from '../../contract/dock.ts';
import { Desk, type DeskParts } from './desk.ts';
import { Papers } from './papers.ts';
import { loadPeople } from './people.ts';

let dir: string;
let done: string[];
let desk: Desk;
let papers: Papers;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tongban-desk-'));
  done = [];
  papers = new Papers(dir);
  /** Stands for a device: notes each hand that is laid on it. */
  const device = (name: string): unknown =>
    new Proxy(
      {},
      {
        get:
          (_, method) =>
          (...with_: unknown[]) =>
            void done.push(`${name}.${String(method)} ${JSON.stringify(with_)}`),
      },
    );
  desk = new Desk({
    people: loadPeople(),
    papers,
    idCard: { putCard: ({ name }: { name: string }) => done.push(`put ${name}`), takeCard: () => done.push('take') },
    idCardPort: device('idCardPort'),
    receipt: device('receipt'),
    receiptPort: device('receiptPort'),
    printer: device('printer'),
    network: device('network'),
  } as unknown as DeskParts);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a card is put and taken', async () => {
  await desk.do({ type: 'putCard', person: 'wang-guilan' });
  expect(desk.card).toBe('wang-guilan');
  await desk.do({ type: 'takeCard' });
  expect(desk.card).toBeNull();
  expect(done).toEqual(['put 王桂兰', 'take']);
});

test('somebody who does not exist is refused, and what lies there still lies there', async () => {
  await desk.do({ type: 'putCard', person: 'wang-guilan' });
  await expect(desk.do({ type: 'putCard', person: 'nobody' })).rejects.toThrow('no specimen person “nobody”');
  expect(desk.card).toBe('wang-guilan');
});

test.each<[DockAction, string]>([
  [{ type: 'plug', device: 'idCard', on: false }, 'idCardPort.unplug []'],
  [{ type: 'plug', device: 'receipt', on: true }, 'receiptPort.plug []'],
  [{ type: 'plug', device: 'document', on: false }, 'printer.unplug []'],
  [{ type: 'plug', device: 'network', on: false }, 'network.unplug []'],
  [{ type: 'document', condition: 'media-jam', on: true, afterPages: 2 }, 'printer.set ["media-jam",2]'],
  [{ type: 'document', condition: 'media-jam', on: false, afterPages: 0 }, 'printer.clear ["media-jam"]'],
  [{ type: 'receipt', condition: 'paperEnd', on: true }, 'receipt.set ["paperEnd",true]'],
])('%j is done to the device', async (action, expected) => {
  await desk.do(action);
  expect(done).toEqual([expected]);
  if (action.type === 'plug') expect(desk.plugs[action.device]).toBe(action.on);
});

test('paper is taken out of tray and mouth; the files stay', async () => {
  papers.addReceipt({ png: new Uint8Array(1), text: 'receipt' });
  papers.addA4(join(dir, 'one.pdf'), 3);
  expect(papers.all().map(({ kind }) => kind)).toEqual(['receipt', 'a4']);
  await desk.do({ type: 'takePaper' });
  expect(papers.all()).toHaveLength(0);
});
