import { describe, expect, it } from 'vitest';
import { encodeRequest as sdtRequest } from '../../idcard/frames.ts';
import * as cu12 from '../../lockboard/cu12/frames.ts';
import * as cu16 from '../../lockboard/cu16/frames.ts';
import * as cu48 from '../../lockboard/cu48/frames.ts';
import { encodeOpen } from '../../lockboard/kr-8a/frames.ts';
import * as wkly from '../../lockboard/wkly/frames.ts';
import { pulseCoil, writeCoil, writeCoils } from '../../modbus/requests.ts';
import { cutPaper, feedLines, initialize, lineFeed } from '../../receipt/escpos.ts';
import { encodeNewland } from '../../scanner/serial-line/newland-frames.ts';
import { silentTrigger } from '../../scanner/serial-line/triggers.ts';
import { harmedBy } from './harmless.ts';
import { addressesLeftOut, PROBE_ROUNDS, questionsOf, USUAL_ADDRESSES } from './table.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const PROBES = PROBE_ROUNDS.flatMap(({ baudRate, probes }) => probes.map((probe) => ({ baudRate, probe })));
const named = PROBES.map(({ baudRate, probe }) => [`${probe.name} at ${baudRate}`, probe] as const);

describe('what would do something is never a question', () => {
  const dangers: readonly (readonly [string, Uint8Array])[] = [
    ['8A opens one', encodeOpen(1, 1)],
    ['8A opens one for seconds', encodeOpen(1, 1, 3)],
    ['8A opens all', bytes('8A 01 00 11 9A')],
    ['8A opens by mask', bytes('90 01 02 02 02 93')],
    ['8A holds', bytes('9A 01 01 11 8B')],
    ['WKLY opens one', wkly.encodeFrame(0, wkly.COMMANDS.open, 1)],
    ['WKLY opens all', bytes('57 4B 4C 59 08 00 86 87')],
    ['WKLY holds', bytes('57 4B 4C 59 09 00 88 01 89')],
    ['CU16 opens one', cu16.encodeRequest(0, cu16.COMMANDS.unlock, 1)],
    ['CU16 opens all', bytes('02 00 33 03 38')],
    ['CU12 opens one', cu12.encodeRequest(0, cu12.COMMANDS.unlock, 2)],
    ['CU12 sets its times', cu12.encodeRequest(0, 0x82)],
    ['CU48 opens one', cu48.encodeRequest(0, cu48.COMMANDS.unlock, 5)],
    ['Modbus switches a relay', writeCoil(1, 0, 0xff00).frame],
    ['Modbus pulses a relay', pulseCoil(1, 0, 7).frame],
    ['Modbus switches all', writeCoils(1, 0, [true, true, true]).frame],
    ['Modbus sets a register', bytes('01 06 00 00 00 01 48 0A')],
    ['a printer feeds', Uint8Array.from(feedLines(3))],
    ['a printer prints its line', Uint8Array.from(lineFeed())],
    ['a printer cuts', Uint8Array.from(cutPaper('feedAndPartial'))],
    ['a printer is initialised', Uint8Array.from(initialize())],
    ['a printer kicks a drawer', bytes('10 14 01 00 01')],
    ['a printer clears its buffers', bytes('10 05 02')],
    ['Newland lights', encodeNewland('SCNTRG1')],
    ['Newland forgets everything', encodeNewland('FACDEF')],
    ['Newland stores', encodeNewland('SCNMOD2', 'permanent')],
    ['Honeywell lights', silentTrigger('honeywell')?.on ?? bytes('')],
    ['Newland short form lights', silentTrigger('newland-short')?.on ?? bytes('')],
    ['SDT finds a card', sdtRequest(0x20, 0x01)],
    ['SDT is reset', sdtRequest(0x10, 0xff)],
    ['CVR is initialised', sdtRequest(0x00, 0x01, 'sum')],
  ];
  it.each(dangers)('%s', (_, frame) => {
    expect(harmedBy(frame)).toBeDefined();
    expect(harmedBy(Uint8Array.of(0x55, ...frame, 0x55))).toBeDefined();
  });
});

it.each(named)('%s: no question to the usual addresses could do anything anywhere', (_, probe) => {
  const questions = probe.questions(USUAL_ADDRESSES);
  expect(questions.length).toBeGreaterThan(0);
  for (const { frame } of questions) expect(harmedBy(frame)).toBeUndefined();
});

it('nor could their bytes one behind the other, as a device hears them that keeps what it did not understand', () => {
  const all = PROBES.flatMap(({ probe }) => questionsOf(probe, USUAL_ADDRESSES).map(({ frame }) => frame));
  expect(harmedBy(Uint8Array.from(all.flatMap((frame) => [...frame])))).toBeUndefined();
});

it('the first bytes at every rate of a printer are control bytes only: nothing that could be put on paper', () => {
  const rates = new Map<number, Uint8Array>();
  for (const { baudRate, probe } of PROBES) {
    const [question] = questionsOf(probe, 1);
    if (!rates.has(baudRate) && question) rates.set(baudRate, question.frame);
  }
  const atPrinterRates = [...rates].filter(([rate]) => rate !== 230_400);
  expect(atPrinterRates.map(([, frame]) => Buffer.from(frame).toString('hex'))).toEqual(Array(4).fill('100401'));
});

it('addresses whose number is a command to a printer are left out, and told', () => {
  expect(addressesLeftOut(USUAL_ADDRESSES).size).toBe(0);
  const leftOut = addressesLeftOut(32);
  expect(leftOut.get('kr-8a')).toEqual([10, 11, 12, 13, 24, 27, 28, 29]);
  expect(leftOut.get('modbus')).toEqual(expect.arrayContaining([10, 11, 12, 13, 24, 27, 28, 29]));
  for (const { probe } of PROBES) {
    for (const { frame } of questionsOf(probe, 247)) expect(harmedBy(frame)).toBeUndefined();
  }
});
