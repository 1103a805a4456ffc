import type { DevicesConfig } from '../../contract/device-config/devices.ts';

/** `certain`: an answer, with its check or fixed bits, that only this protocol gives; `likely`: it fits and could be another. */
export type Certainty = 'certain' | 'likely';

/** A key of `devices` in `kiosk.json`. */
export type Place = keyof DevicesConfig;

/** What could stand in `kiosk.json` for something that was found. */
export interface Fit {
  readonly place: Place;
  /** The entry, without what is a default. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Sentences on what a machine cannot be asked and somebody must look at. */
  readonly open: readonly string[];
}

/** One thing that is plugged in, and what is known of it. Nothing personal: device names, numbers and counts. */
export interface Finding {
  /** A stable name where there is one: what a technician looks for at the machine. */
  readonly where: string;
  /** In words: what it is, or why nothing can be said of it. */
  readonly what: string;
  /** `unknown`: it is there, and no driver can be named for it. */
  readonly certainty: Certainty | 'unknown';
  /** How this is known. */
  readonly evidence: string;
  /** The likeliest use first; more than one where the protocol does not tell what it is used for. */
  readonly fits: readonly Fit[];
  /** Tells two of one kind apart: the larger one is the likelier locker. */
  readonly channels?: number;
}

/** One way to look, and what came of it. */
export interface SourceReport {
  readonly source: string;
  readonly findings: readonly Finding[];
  /** Why there is nothing, or not everything. */
  readonly reason?: string;
}

/** Something that is there and has no place in `kiosk.json`. */
export const unknownFinding = (where: string, what: string, evidence: string): Finding => ({
  where,
  what,
  certainty: 'unknown',
  evidence,
  fits: [],
});
