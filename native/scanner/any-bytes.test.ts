import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../contract/result.ts';
import { ManualClock } from '../manual-clock.ts';
import type { HidDevice } from '../transport/hid.ts';
import { createKeyboardScanner } from './hid-keyboard/keyboard-scanner.ts';
import { createPosScanner } from './hid-pos/pos-scanner.ts';
import { createTold, keyboardSettings, posSettings, startLineRig, type Told } from './testing/rig.ts';

/** Chunks or reports, each after a pause in milliseconds. */
const chunks = fc.array(
  fc.tuple(fc.oneof(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ minLength: 64, maxLength: 64 })), fc.nat(150)),
  { maxLength: 25 },
);

function holds(told: Told): void {
  for (const event of told.events) {
    if (event.type === 'scanned') expect(event.text).toMatch(/^\P{Cc}+$/u);
  }
  expect(told.health()?.state).toMatch(/^(online|offline)$/);
}

test.each(['none', 'honeywell', 'newland'] as const)('whatever a serial scanner sends (%s)', async (trigger) => {
  await fc.assert(
    fc.asyncProperty(chunks, fc.constantFrom('any', 'crlf', 'none'), async (sent, terminator) => {
      const clock = new ManualClock();
      const { scanner, port, ...told } = startLineRig(clock, { trigger, terminator });
      for (const [bytes, pauseMs] of sent) {
        port.send(bytes);
        await clock.advance(pauseMs);
      }
      const lit = scanner.calls.trigger(true);
      await clock.advance(6_000);
      await lit;
      holds(told);
      await scanner.stop();
    }),
    { numRuns: 60 },
  );
});

test.each(['HID-POS', 'keyboard'])('whatever a HID scanner sends (%s)', async (kind) => {
  await fc.assert(
    fc.asyncProperty(chunks, fc.boolean(), async (sent, likely) => {
      const clock = new ManualClock();
      let send = (_report: Uint8Array): void => undefined;
      const device: HidDevice = {
        write: async () => ok(undefined),
        sendFeature: async () => ok(undefined),
        onReport(listener) {
          send = listener;
        },
        onClose: () => undefined,
        close: async () => undefined,
      };
      const { parts, ...told } = createTold();
      const around = { opener: { open: async () => ok(device) }, clock, ...parts };
      const scanner =
        kind === 'keyboard'
          ? createKeyboardScanner({ settings: keyboardSettings(), ...around })
          : createPosScanner({ settings: posSettings(), ...around });
      await clock.advance(1);
      for (const [bytes, pauseMs] of sent) {
        if (likely) bytes.set([0x02, bytes.length % 60, 0x5d].slice(0, bytes.length));
        send(bytes);
        await clock.advance(pauseMs);
      }
      await clock.advance(1_000);
      holds(told);
      await scanner.stop();
    }),
    { numRuns: 100 },
  );
});
