import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import type { StaffScreen, StaffScreenName, StaffSnapshot } from '../../contract/staff.ts';
import type { StaffEvent } from '../../contract/staff-event.ts';
import type { KioskRouter } from '../../main/core/api/router.ts';
import { pageSocket } from './resident.ts';

const WAIT_LIMIT_MS = 20_000;

/** Staff at the second screen, without a browser: sees the staff's snapshots, touches, waits with a limit. */
export class StaffConsole {
  #snapshot: StaffSnapshot | null = null;
  readonly #waiting = new Set<() => void>();
  readonly #client;
  readonly #trpc;

  /** @param url the address that READY printed */
  constructor(url: string) {
    const { origin, host, searchParams } = new URL(url);
    this.#client = createWSClient({
      url: `ws://${host}/trpc`,
      WebSocket: pageSocket(origin, searchParams.get('token') ?? '') as unknown as typeof globalThis.WebSocket,
      retryDelayMs: () => 100,
    });
    this.#trpc = createTRPCClient<KioskRouter>({ links: [wsLink<KioskRouter>({ client: this.#client })] });
    this.#trpc.staff.subscribe(undefined, {
      onData: (snapshot) => {
        this.#snapshot = snapshot;
        for (const wake of this.#waiting) wake();
      },
    });
  }

  async touch(event: StaffEvent): Promise<void> {
    await this.#trpc.sendStaff.mutate(event);
  }

  /** Types digits on the pad and ends with enter. */
  async type(digits: string): Promise<void> {
    for (const key of digits) await this.touch({ type: 'key', key: key as '0' });
    await this.touch({ type: 'key', key: 'enter' });
  }

  async signIn({ number, pin }: { readonly number: string; readonly pin: string }): Promise<void> {
    await this.sees('closed', 'signIn');
    await this.touch({ type: 'open' });
    await this.until('who', ({ screen }) => screen.name === 'signIn' && screen.step === 'who');
    await this.type(number);
    await this.until('pin', ({ screen }) => screen.name === 'signIn' && screen.step === 'pin');
    await this.type(pin);
  }

  async sees<Name extends StaffScreenName>(...names: Name[]): Promise<Extract<StaffScreen, { name: Name }>> {
    const { screen } = await this.until(names.join(' or '), ({ screen: { name } }) =>
      names.some((one) => one === name),
    );
    return screen as Extract<StaffScreen, { name: Name }>;
  }

  until(what: string, holds: (snapshot: StaffSnapshot) => boolean, limitMs = WAIT_LIMIT_MS): Promise<StaffSnapshot> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!this.#snapshot || !holds(this.#snapshot)) return;
        done();
        resolve(this.#snapshot);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`waited ${limitMs} ms for ${what}; sees ${JSON.stringify(this.#snapshot?.screen)}`));
      }, limitMs);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }

  leave(): void {
    this.#client.close();
  }
}
