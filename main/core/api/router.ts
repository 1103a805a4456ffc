import { initTRPC, TRPCError } from '@trpc/server';
import { residentEventSchema } from '../../../contract/resident-event.ts';
import type { Snapshot } from '../../../contract/screen.ts';
import type { Session } from '../../session/session.ts';
import { changes } from './changes.ts';

/** A page listens once, and twice for a moment while it begins anew. */
const MAX_LISTENING = 4;

/** One for each connection. */
interface ApiContext {
  readonly session: Session;
  /** How often this connection listens to the snapshots now. */
  listening: number;
}

const trpc = initTRPC.context<ApiContext>().create();

/** Everything that the page and the core say to each other: snapshots down, what the person did up. */
export const kioskRouter = trpc.router({
  /** The present snapshot at once, then every change. A slow page gets the newest one, not every one. */
  snapshot: trpc.procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<Snapshot> {
    if (ctx.listening >= MAX_LISTENING) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });
    ctx.listening++;
    try {
      yield* changes(ctx.session, signal);
    } finally {
      ctx.listening--;
    }
  }),
  send: trpc.procedure.input(residentEventSchema).mutation(({ ctx, input }) => {
    ctx.session.send(input);
  }),
});

export type KioskRouter = typeof kioskRouter;
