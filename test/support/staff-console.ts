import { createTRPCClient, wsLink } from '@trpc/client';
import type { StaffScreen, StaffScreenName, StaffSnapshot } from '../../contract/staff.ts';
import type { StaffEvent } from '../../contract/staff-event.ts';
import type { KioskRouter } from '../../main/core/api/router.ts';
import { pageClient } from './resident.ts';
import { Shown } from './shown.ts';

/** Staff at the second screen, without a browser: sees the staff's snapshots, touches, waits with a limit. */
export class StaffConsole {
  readonly #shown: Shown<StaffSnapshot> = new Shown(() => `sees ${JSON.stringify(this.#shown.newest()?.screen)}`);
  readonly #client;
  readonly #trpc;

  /** @param url the address that READY printed */
  constructor(url: string) {
    this.#client = pageClient(url);
    this.#trpc = createTRPCClient<KioskRouter>({ links: [wsLink<KioskRouter>({ client: this.#client })] });
    this.#trpc.staff.subscribe(undefined, {
      onData: (snapshot) => this.#shown.show(snapshot),
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

  until(what: string, holds: (snapshot: StaffSnapshot) => boolean, limitMs?: number): Promise<StaffSnapshot> {
    return this.#shown.until(what, holds, limitMs);
  }

  leave(): void {
    this.#client.close();
  }
}
