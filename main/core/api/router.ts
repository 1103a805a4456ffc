import { initTRPC } from '@trpc/server';
import { residentEventSchema, type Snapshot } from '../../../contract/screen.ts';
import type { Session } from '../../session/session.ts';
import { changes } from './changes.ts';

interface ApiContext {
  readonly session: Session;
}

const trpc = initTRPC.context<ApiContext>().create();

/** Everything that the page and the core say to each other: snapshots down, what the person did up. */
export const kioskRouter = trpc.router({
  /** The present snapshot at once, then every change. A slow page gets the newest one, not every one. */
  snapshot: trpc.procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<Snapshot> {
    yield* changes(ctx.session, signal);
  }),
  send: trpc.procedure.input(residentEventSchema).mutation(({ ctx, input }) => {
    ctx.session.send(input);
  }),
});

export type KioskRouter = typeof kioskRouter;
