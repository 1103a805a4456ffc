import type { SerialLineConfig } from '../../../contract/device-config/scanner.ts';
import type { Log } from '../../../contract/log-events.ts';
import type { Clock } from '../../clock.ts';
import type { DecoderEvent } from '../../transport/stream-decoder.ts';
import { createBurst } from '../burst.ts';
import { decodeText } from '../decode-text.ts';
import type { Intake } from '../intake.ts';
import { endsOf, unframe } from './framing.ts';
import { createLineDecoder, type LineFrame } from './line-decoder.ts';
import type { NewlandReply } from './newland-frames.ts';

export interface LineIntakeSettings {
  readonly settings: Omit<SerialLineConfig, 'driver' | 'transport'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly intake: Intake;
  /** A reply among the lines; answers whether somebody waited for it. */
  readonly onReply: (reply: NewlandReply) => boolean;
}

/** What comes from one wire, up to the codes in it. */
export interface LineIntake {
  push(bytes: Uint8Array): void;
  /** A code is on its way. */
  busy(): boolean;
  drop(): void;
}

export function createLineIntake({ settings, clock, log, intake, onReply }: LineIntakeSettings): LineIntake {
  const decoder = createLineDecoder({ ends: endsOf(settings), replies: settings.trigger === 'newland' });
  const burst = createBurst<Uint8Array>({
    clock,
    quietMs: settings.interByteMs,
    onQuiet: () => take(decoder.flush()),
    onRefused: (reason) => intake.refused(reason),
    onCode(line) {
      const bytes = unframe(line, settings);
      const text = bytes.ok ? decodeText(bytes.value, settings.encoding) : bytes;
      if (text.ok) intake.scanned(text.value);
      else intake.refused(text.error);
    },
  });
  const take = (events: readonly DecoderEvent<LineFrame>[]): void => {
    for (const event of events) {
      if (event.type === 'refused') burst.spoil('tooLong');
      else if (event.type === 'discarded') {
        log('wire-discarded', { device: 'scanner', bytes: event.bytes });
        burst.spoil('incomplete');
      } else if (event.frame.kind === 'line') burst.code(event.frame.bytes);
      // A reply that nobody waited for may be part of a code that pretends: what came with it is not believed.
      else if (!onReply(event.frame.reply)) burst.spoil('joined');
    }
  };
  return {
    push(bytes) {
      burst.touch();
      take(decoder.push(bytes));
    },
    busy: () => burst.active(),
    drop: () => burst.drop(),
  };
}
