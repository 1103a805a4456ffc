import { initTRPC, TRPCError } from '@trpc/server';
import { residentEventSchema } from '../../../contract/resident-event.ts';
import type { Snapshot } from '../../../contract/screen.ts';
import type { StaffSnapshot } from '../../../contract/staff.ts';
import { staffEventSchema } from '../../../contract/staff-event.ts';
import type { Session } from '../../session/session.ts';
import type { StaffDesk } from '../../staff/staff-desk.ts';
import { changes } from './changes.ts';

/** A page listens once to each of the two, and twice for a moment while it begins anew. */
const MAX_LISTENING = 4;

/** One for each connection. */
interface ApiContext {
  readonly session: Pick<Session, 'snapshot' | 'subscribe' | 'send'>;
  /** Where the machine has a locker. */
  readonly staff: StaffDesk | undefined;
  /** How often this connection listens now, to the snapshots of either. */
  listening: number;
}

const trpc = initTRPC.context<ApiContext>().create();

/** Bounds how often one connection listens: every generator of it counts until it has ended. */
async function* counted<T>(context: ApiContext, source: AsyncGenerator<T>): AsyncGenerator<T> {
  if (context.listening >= MAX_LISTENING) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });
  context.listening++;
  try {
    yield* source;
  } finally {
    context.listening--;
  }
}

/** Everything that the pages and the core say to each other: snapshots down, what the person did up. */
export const kioskRouter = trpc.router({
  /** The present snapshot at once, then every change. A slow page gets the newest one, not every one. */
  snapshot: trpc.procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<Snapshot> {
    yield* counted(ctx, changes(ctx.session, signal));
  }),
  send: trpc.procedure.input(residentEventSchema).mutation(({ ctx, input }) => {
    ctx.session.send(input);
  }),
  /** The same of the staff's desk. Ends at once on a machine without a locker. */
  staff: trpc.procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<StaffSnapshot> {
    if (ctx.staff) yield* counted(ctx, changes(ctx.staff, signal));
  }),
  sendStaff: trpc.procedure.input(staffEventSchema).mutation(({ ctx, input }) => {
    ctx.staff?.send(input);
  }),
});

export type KioskRouter = typeof kioskRouter;
