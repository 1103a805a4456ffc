import type { SerialLineConfig } from '../../../contract/device-config/scanner.ts';
import { err, ok } from '../../../contract/result.ts';
import type { Clock } from '../../clock.ts';
import type { Wire } from '../../transport/wire.ts';
import type { ScannerFace } from '../run-scanner.ts';
import { NEWLAND_REPLY_LIMIT_MS, type NewlandHost } from './newland-host.ts';
import { newlandTrigger, type SilentTrigger } from './triggers.ts';

/** A scanner that answers nothing: what left the machine is all that is known. Without a trigger it looks by itself. */
export function silentLight(wire: Wire, trigger: SilentTrigger | undefined): ScannerFace {
  return {
    begin: async () => ok([]),
    async light(on) {
      if (!trigger) return ok('on');
      const written = await wire.write(on ? trigger.on : trigger.off);
      return written.ok ? ok(on ? 'on' : 'off') : written;
    },
    drop: () => undefined,
  };
}

export interface NewlandLightSettings {
  readonly host: NewlandHost;
  readonly clock: Clock;
  readonly settings: Pick<SerialLineConfig, 'settings' | 'checkIntervalMs'>;
  /** What is asked first, and of an idle scanner: neighbouring wires ask different things. */
  readonly checkQuery: string;
  readonly lastHeardMs: () => number;
  readonly alive: (evidence: string) => void;
  readonly dead: (reason: string) => void;
}

/** A Newland scanner: settings and trigger are confirmed, and an idle one is asked whether it is there. */
export function newlandLight(around: NewlandLightSettings): ScannerFace {
  const { host, clock, settings, checkQuery, lastHeardMs, alive, dead } = around;
  let dropped = false;
  let cancelCheck = (): void => undefined;

  const check = async (): Promise<void> => {
    const answer = await host.ask({ command: checkQuery });
    if (dropped) return;
    if (!answer.ok) return dead(answer.error);
    alive(`${checkQuery} answered`);
    checkIn(settings.checkIntervalMs);
  };
  const checkIn = (delayMs: number): void => {
    if (settings.checkIntervalMs === 0 || dropped) return;
    cancelCheck = clock.after(delayMs, () => {
      // Whoever speaks is there; a question in the middle of a code would only get in its way.
      const idleMs = clock.now() - lastHeardMs();
      if (idleMs < settings.checkIntervalMs) checkIn(settings.checkIntervalMs - idleMs);
      else void check();
    });
  };
  return {
    async begin() {
      // Any word will do: a scanner that does not know the tag has answered too.
      const proof = await host.ask({ command: checkQuery });
      if (!proof.ok) return proof;
      const refused: string[] = [];
      for (const command of settings.settings) {
        const answer = await host.ask({ command, silenceMs: NEWLAND_REPLY_LIMIT_MS });
        if (!answer.ok) return answer;
        if (answer.value !== 'done') refused.push(`settingRefused ${command}`);
      }
      checkIn(settings.checkIntervalMs);
      return ok(refused);
    },
    async light(on) {
      const answer = await host.ask({ command: newlandTrigger(on) });
      if (!answer.ok) return answer;
      return answer.value === 'done' ? ok(on ? 'on' : 'off') : err('refused');
    },
    drop() {
      dropped = true;
      cancelCheck();
      host.drop();
    },
  };
}
