import type { AnyDriver } from '../../../native/device/drivers.ts';
import { openHostChannel } from '../host/host-channel.ts';
import { endOnlyInOrder } from '../host/host-end.ts';
import { serveDevice } from '../host/serve-device.ts';

/** A host for tests whose one driver does what it is told, good or bad. Its settings say how it behaves from the start. */
const driver: AnyDriver = {
  driver: 'misbehaving',
  describe: undefined,
  start(settings, context) {
    const { report, evidence } = settings as { readonly report: string; readonly evidence: string };
    context.report({ state: 'online', details: { media: report }, reasons: [], evidence });
    return {
      calls: {
        echo: async (value) => value,
        pid: async () => process.pid,
        /** An endless loop: nothing else of this process runs any more. */
        async loop(forMs) {
          const end = performance.now() + Number(forMs);
          while (performance.now() < end);
          return 'done';
        },
        /** What a native addon does when it fails an assertion. */
        abort: async () => process.abort(),
        async throws() {
          throw new TypeError('a bug in a driver');
        },
        never: () => new Promise(() => undefined),
        /** A bug outside of any call. */
        async rejectsLater(message) {
          void Promise.reject(new TypeError(String(message)));
        },
        async print(text) {
          console.log(text);
        },
        async emit(event) {
          context.emit(event);
        },
        async report(media) {
          context.report({ state: 'online', details: { media: String(media) }, reasons: [], evidence: 'asked' });
        },
      },
      async stop() {
        context.emit('stopped in order');
      },
    };
  },
};

endOnlyInOrder();
serveDevice({
  channel: openHostChannel(() => process.exit(0)),
  loadDriver: async () => driver,
  onStopped: () => process.exit(0),
});
