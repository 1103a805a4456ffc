import { BOARD_FAMILIES } from './board-families.ts';
import { ESCPOS_PROBE } from './escpos.ts';
import { isHarmless } from './harmless.ts';
import { boardProbe } from './lockers.ts';
import { MODBUS_PROBE } from './modbus.ts';
import { NEWLAND_PROBE } from './newland.ts';
import type { Probe, Question } from './probe.ts';
import { SDT_PROBE } from './sdt.ts';

/** Probes that share one opened wire. */
export interface ProbeRound {
  /** Bits per second, 8N1. */
  readonly baudRate: number;
  readonly probes: readonly Probe[];
}

/**
 * In this order, up to the first certain answer; a wire is opened for one round and used for nothing else.
 *
 * 1. Printers, at every rate they come with: three control bytes, so that no printer is still unknown when longer frames, which
 *    hold letters, are sent at its rate. At a lower rate than the line's, three bytes are at most one wrong one.
 * 2. What talks fast, each with a check of its own.
 * 3. Kerong boards, before the 8A/80 family: the question to the 8A/80 board 2 holds `02 00 33`, three of the five bytes with
 *    which a CU16 opens all doors (its end and sum are missing). CU16 must have been recognised by then.
 * 4. What talks slowly, the strongest check first.
 */
export const PROBE_ROUNDS: readonly ProbeRound[] = [
  { baudRate: 115_200, probes: [ESCPOS_PROBE] },
  { baudRate: 9_600, probes: [ESCPOS_PROBE] },
  { baudRate: 19_200, probes: [ESCPOS_PROBE] },
  { baudRate: 38_400, probes: [ESCPOS_PROBE] },
  { baudRate: 115_200, probes: [SDT_PROBE, NEWLAND_PROBE] },
  { baudRate: 230_400, probes: [SDT_PROBE] },
  {
    baudRate: 19_200,
    probes: [boardProbe(BOARD_FAMILIES.cu16), boardProbe(BOARD_FAMILIES.cu12), boardProbe(BOARD_FAMILIES.cu48)],
  },
  {
    baudRate: 9_600,
    probes: [NEWLAND_PROBE, MODBUS_PROBE, boardProbe(BOARD_FAMILIES.wkly), boardProbe(BOARD_FAMILIES['kr-8a'])],
  },
];

/** Addresses of each family that are asked unless somebody wants more. */
export const USUAL_ADDRESSES = 8;

/** The questions of a probe that may be sent to an unknown device. */
export const questionsOf = (probe: Probe, addresses: number): readonly Question[] =>
  probe.questions(addresses).filter(({ frame }) => isHarmless(frame));

/**
 * Addresses that are not asked, by family: their number is a command to some other device (10 is a line feed to a printer).
 */
export function addressesLeftOut(addresses: number): ReadonlyMap<string, readonly number[]> {
  const leftOut = new Map<string, readonly number[]>();
  for (const { probes } of PROBE_ROUNDS) {
    for (const probe of probes) {
      const bad = probe.questions(addresses).filter(({ frame }) => !isHarmless(frame));
      if (bad.length > 0)
        leftOut.set(
          probe.name,
          bad.map(({ address }) => address ?? 0),
        );
    }
  }
  return leftOut;
}
