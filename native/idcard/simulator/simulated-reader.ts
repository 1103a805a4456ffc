import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Clock } from '../../clock.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import type { SdtCommandName } from '../commands.ts';
import type { ModuleKnowledge } from './command-table.ts';
import type { SimulatedDelays } from './delays.ts';
import type { ModuleCheck } from './module-frames.ts';
import type { SimulatedCard } from './simulated-module.ts';

export interface IdCardSimulatorSettings extends Partial<ModuleKnowledge> {
  readonly port: SimulatedPort;
  readonly clock?: Clock;
  readonly delays?: Partial<SimulatedDelays>;
  readonly continuousReading: 'repeats' | 'once';
  /** 16 bytes. */
  readonly samId?: Uint8Array;
  /** Of replies; by default that of the family. */
  readonly replyCheck?: ModuleCheck | undefined;
  /** Replies take the time of a line at this rate; without it they arrive at once. */
  readonly baudRate?: number;
  /** After its power came back the module hears nothing for so long; real ones need 1.3 to 5 s. */
  readonly powerUpMs?: number;
  /** Called when a reply was handed to the line. */
  readonly onReplied?: (command: SdtCommandName) => void;
}

export type CardExtras = Pick<SimulatedCard, 'photo' | 'fingerprint'> & { readonly latestAddress?: string };

/** A reader at the far end of a wire. Cards are put and taken, and things broken, as by hand. */
export interface IdCardSimulator {
  putCard(card: IdentityCard, extra?: CardExtras): void;
  /** 256 bytes as they are. */
  putRawCard(text: Uint8Array): void;
  /** A card whose every read is answered with this SW3. */
  putUnreadable(sw3: number): void;
  takeCard(): void;
  /** As when the cable that is pulled also feeds the module. */
  losePower(): void;
  /** Takes requests and answers none. */
  setSilent(on: boolean): void;
  /** Every command is answered with this SW3 (60, 66: the module is broken) until `undefined` is set, or a reset helps. */
  setFault(sw3: number | undefined, until?: 'mended' | 'reset'): void;
  setOneByteAtATime(on: boolean): void;
  setDelay(command: SdtCommandName, delayMs: number): void;
  /** The check byte of the next reply (to this command) is wrong. */
  corruptNextReply(to?: SdtCommandName): void;
  noiseBeforeNextReply(bytes: Uint8Array): void;
  /** The module's own delays and line time since the card was put, milliseconds: not the software's. */
  deviceBusyMs(): number;
}
