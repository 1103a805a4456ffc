import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { WebSocket } from 'ws';
import type { ResidentEvent } from '../../contract/resident-event.ts';
import type { Screen, ScreenName, Snapshot } from '../../contract/screen.ts';
import type { KioskRouter } from '../../main/core/api/router.ts';

const WAIT_LIMIT_MS = 20_000;

/** What a browser sends by itself: its origin and the cookie that the first address gave it. */
export function pageSocket(origin: string, token: string) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin, cookie: `tongban=${token}` } });
    }
  };
}

/** Somebody at the machine, without a browser: sees snapshots, touches, waits with a limit. */
export class Resident {
  #snapshot: Snapshot | null = null;
  readonly #waiting = new Set<() => void>();
  #gone = false;
  readonly #client;
  readonly #trpc;
  /** Every screen that was seen, in order, without repeats. */
  readonly seen: ScreenName[] = [];

  /** @param url the address that READY printed */
  constructor(url: string) {
    const { origin, host, searchParams } = new URL(url);
    this.#client = createWSClient({
      url: `ws://${host}/trpc`,
      WebSocket: pageSocket(origin, searchParams.get('token') ?? '') as unknown as typeof globalThis.WebSocket,
      retryDelayMs: () => 100,
    });
    this.#trpc = createTRPCClient<KioskRouter>({ links: [wsLink<KioskRouter>({ client: this.#client })] });
    this.#listen();
  }

  /** The page asks again when the core has ended the snapshots, as a restarted one does. */
  #listen(): void {
    this.#trpc.snapshot.subscribe(undefined, {
      onData: (snapshot) => {
        this.#snapshot = snapshot;
        if (this.seen.at(-1) !== snapshot.screen.name) this.seen.push(snapshot.screen.name);
        for (const wake of this.#waiting) wake();
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

  until(what: string, holds: (snapshot: Snapshot) => boolean, limitMs = WAIT_LIMIT_MS): Promise<Snapshot> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!this.#snapshot || !holds(this.#snapshot)) return;
        done();
        resolve(this.#snapshot);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`waited ${limitMs} ms for ${what}; saw ${this.seen.join(', ')}`));
      }, limitMs);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }

  snapshot(): Snapshot {
    if (!this.#snapshot) throw new Error('nothing was shown yet');
    return this.#snapshot;
  }

  leave(): void {
    this.#gone = true;
    this.#client.close();
  }
}
