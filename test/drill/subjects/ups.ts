import type { UpsEvent } from '../../../contract/ups.ts';
import { upsSimulator } from '../../../native/ups/simulator/definition.ts';
import { simulator, startOnSocket, startTalker } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

const MAINS_LIMIT_MS = 4_000;

export const nutSubject: DrillSubject = {
  name: 'ups nut',
  device: 'ups',
  // LIST VAR
  strikesAt: /4c49535420564152/,
  stuckIs: 'upsd hears nothing from its UPS',
  strangerIs: 'an HTTP server on the port of upsd',
  async start(around) {
    const talker = await startTalker('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    const bench = await startOnSocket(around, simulator(upsSimulator), {
      at: (config) => ({ port: (config as { readonly port: number }).port, host: '127.0.0.1' }),
      stranger: talker.at,
    });
    return {
      ...bench,
      config: { ...(bench.config as object), port: bench.cable.port },
      stuck: { set: () => bench.hand('stale on'), clear: () => bench.hand('stale off') },
      /** The mains fail and come back; both are told once, and the state is right in between. */
      async work({ link, heard, until }: WorkParts) {
        const told = (type: UpsEvent['type']) => (): true | undefined =>
          (heard() as readonly UpsEvent[]).some((event) => event.type === type) ? true : undefined;
        await bench.hand('mains off');
        const lost = await until(told('mainsLost'), MAINS_LIMIT_MS);
        const between = link.health().details.powerInStatus;
        await bench.hand('mains on');
        if (!lost) return link.health().state === 'online' ? 'NOT TOLD' : 'not known';
        if (between !== 'noPower') return 'lost, then not known';
        const back = await until(told('mainsBack'), MAINS_LIMIT_MS);
        return back ? DONE : 'lost, return not told';
      },
      async close() {
        await bench.close();
        await talker.close();
      },
    };
  },
};
