import type { HealthReport } from '../../contract/device-health.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { WireFailure } from '../transport/wire.ts';
import { createIntake, type Intake } from './intake.ts';
import { type Connection, createLink } from './link.ts';
import type { BarcodeScanner, ScannerEvent } from './scanner.ts';
import { type ScannerWord, scannerReport } from './status.ts';

/** What a kind of scanner adds to one connection. It is made anew for each, so that nothing of the last one is left. */
export interface ScannerFace {
  /** Puts the scanner in order; answers what it would not take, or why it cannot be used. Bounded in time. */
  begin(): Promise<Result<readonly string[], string>>;
  /** Answers what the scanner is then. `refused` is its own word; any other failure ends the connection. */
  light(on: boolean): Promise<Result<ScannerWord, string>>;
  /** A code is on its way: nothing is to be sent that can wait, for its reply would stand in the middle of the code. */
  busy?(): boolean;
  /** The connection is gone: ends every timer and answers whoever waits. */
  drop(): void;
}

export interface FaceSurroundings {
  readonly intake: Intake;
  readonly alive: (evidence: string) => void;
  /** The connection is of no use any more. */
  readonly dead: (reason: string) => void;
}

export interface RunningParts<C extends Connection> {
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (event: ScannerEvent) => void;
  readonly report: (health: HealthReport) => void;
  readonly open: () => Promise<Result<C, WireFailure>>;
  readonly face: (connection: C, around: FaceSurroundings) => ScannerFace;
  readonly sameCodeMs: number;
  /**
   * A scanner ends its looking with a code or after some seconds of its own [mem]; ours lasts until somebody says no. So the
   * command is repeated after every code and so often, milliseconds. 0: it cannot be told to look.
   */
  readonly relightMs: number;
}

/** Keeps a scanner open and lit as wanted, and says how it is. */
export function runScanner<C extends Connection>(parts: RunningParts<C>): BarcodeScanner {
  const { clock, log, emit, report, open, sameCodeMs, relightMs } = parts;
  let face: ScannerFace | undefined;
  let online = false;
  let wanted = false;
  let calls = 0;
  let word: ScannerWord = 'unknown';
  let refusedSettings: readonly string[] = [];
  let cancelRelight = (): void => undefined;

  const say = (evidence: string): void => {
    if (online) report(scannerReport({ state: 'online', scanner: word, reasons: refusedSettings, evidence }));
  };
  const light = async (on: boolean): Promise<boolean> => {
    const through = face;
    if (!online || !through) return false;
    const lit = await through.light(on);
    if (face !== through) return false;
    if (!lit.ok && lit.error !== 'refused') {
      link.giveUp(lit.error);
      return false;
    }
    word = lit.ok ? lit.value : 'inoperative';
    say(lit.ok ? `trigger ${on ? 'on' : 'off'}` : 'trigger refused');
    return lit.ok;
  };
  const keepLit = (): void => {
    cancelRelight();
    if (!wanted || relightMs === 0) return;
    cancelRelight = clock.after(relightMs, () => {
      if (face?.busy?.()) keepLit();
      else void light(true).then(keepLit);
    });
  };
  const relight = (): void => {
    if (wanted && relightMs > 0) void light(true).then(keepLit);
  };
  const intake = createIntake({ clock, log, sameCodeMs, emit, onRead: relight });

  const link = createLink<C>({
    clock,
    log,
    open,
    async begin(connection) {
      const next = parts.face(connection, { intake, alive: say, dead: (reason) => link.giveUp(reason) });
      face = next;
      const ready = await next.begin();
      if (!ready.ok) return ready.error;
      refusedSettings = ready.value;
      const lit = await next.light(wanted);
      if (!lit.ok && lit.error !== 'refused') return lit.error;
      word = lit.ok ? lit.value : 'inoperative';
      return undefined;
    },
    onOnline() {
      online = true;
      log('device-online', { device: 'scanner' });
      say('opened and in order');
    },
    onOffline(reason) {
      face?.drop();
      face = undefined;
      if (online) log('device-offline', { device: 'scanner', code: 'scanner.offline' });
      online = false;
      report(
        scannerReport({
          state: 'offline',
          scanner: 'unknown',
          reasons: [reason],
          evidence: `opening or using it: ${reason}`,
        }),
      );
    },
  });

  return {
    calls: {
      async trigger(on) {
        // Dark is always safe: it holds for a scanner that comes back, too. Light is owed only once it was promised.
        calls += 1;
        const mine = calls;
        if (!on) wanted = false;
        cancelRelight();
        if (!(await light(on))) return err('scanner.offline');
        // Of two calls that overlap, the later one says what is wanted.
        if (mine === calls) wanted = on;
        keepLit();
        return ok(undefined);
      },
    },
    async stop() {
      wanted = false;
      cancelRelight();
      await link.stop();
      face?.drop();
      face = undefined;
      intake.stop();
    },
  };
}
