import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from '@trpc/client';
import type { KioskRouter } from '../../main/core/api/router.ts';

const RECONNECT_FIRST_MS = 100;
const RECONNECT_LONGEST_MS = 1_500;
const PING_INTERVAL_MS = 2_000;
const PONG_LIMIT_MS = 1_500;

/** Milliseconds before the next attempt: doubles, capped, for ever. */
export const reconnectDelayMs = (attempt: number): number =>
  Math.min(RECONNECT_FIRST_MS * 2 ** Math.min(attempt, 10), RECONNECT_LONGEST_MS);

export interface CoreClient {
  readonly trpc: TRPCClient<KioskRouter>;
  close(): void;
}

/** One WebSocket to the core; pings find a core that hangs without closing. */
export function openCoreClient(url: string, on: { open(): void; close(): void }): CoreClient {
  const socket = createWSClient({
    url,
    retryDelayMs: reconnectDelayMs,
    keepAlive: { enabled: true, intervalMs: PING_INTERVAL_MS, pongTimeoutMs: PONG_LIMIT_MS },
    onOpen: on.open,
    onClose: on.close,
  });
  const trpc = createTRPCClient<KioskRouter>({ links: [wsLink<KioskRouter>({ client: socket })] });
  return { trpc, close: () => void socket.close() };
}
