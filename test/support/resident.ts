import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { WebSocket } from 'ws';
import type { ResidentEvent } from '../../contract/resident-event.ts';
import type { Screen, ScreenName, Snapshot } from '../../contract/screen.ts';
import type { KioskRouter } from '../../main/core/api/router.ts';
import { Shown } from './shown.ts';

/** What a browser sends by itself: its origin and the cookie that the first address gave it. */
function pageSocket(origin: string, token: string) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin, cookie: `tongban=${token}` } });
    }
  };
}

/**
 * A page's connection to the core, without a browser.
 * @param url the address that READY printed
 */
export function pageClient(url: string): ReturnType<typeof createWSClient> {
  const { origin, host, searchParams } = new URL(url);
  return createWSClient({
    url: `ws://${host}/trpc`,
    WebSocket: pageSocket(origin, searchParams.get('token') ?? '') as unknown as typeof globalThis.WebSocket,
    retryDelayMs: () => 100,
  });
}

/** Somebody at the machine, without a browser: sees snapshots, touches, waits with a limit. */
export class Resident {
  readonly #shown = new Shown<Snapshot>(() => `saw ${this.seen.join(', ')}`);
  #gone = false;
  readonly #client;
  readonly #trpc;
  /** Every screen that was seen, in order, without repeats. */
  readonly seen: ScreenName[] = [];

  /** @param url the address that READY printed */
  constructor(url: string) {
    this.#client = pageClient(url);
    this.#trpc = createTRPCClient<KioskRouter>({ links: [wsLink<KioskRouter>({ client: this.#client })] });
    this.#listen();
  }

  /** The page asks again when the core has ended the snapshots, as a restarted one does. */
  #listen(): void {
    this.#trpc.snapshot.subscribe(undefined, {
      onData: (snapshot) => {
        if (this.seen.at(-1) !== snapshot.screen.name) this.seen.push(snapshot.screen.name);
        this.#shown.show(snapshot);
      },
      onComplete: () => setTimeout(() => this.#gone || this.#listen(), 100),
    });
  }

  async touch(event: ResidentEvent): Promise<void> {
    await this.#trpc.send.mutate(event);
  }

  /** Waits until one of the screens is shown. */
  async sees<Name extends ScreenName>(...names: Name[]): Promise<Extract<Screen, { name: Name }>> {
    const { screen } = await this.until(names.join(' or '), ({ screen: { name } }) =>
      names.some((one) => one === name),
    );
    return screen as Extract<Screen, { name: Name }>;
  }

  until(what: string, holds: (snapshot: Snapshot) => boolean, limitMs?: number): Promise<Snapshot> {
    return this.#shown.until(what, holds, limitMs);
  }

  snapshot(): Snapshot {
    const newest = this.#shown.newest();
    if (!newest) throw new Error('nothing was shown yet');
    return newest;
  }

  leave(): void {
    this.#gone = true;
    this.#client.close();
  }
}
