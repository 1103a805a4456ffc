import { createHmac } from 'node:crypto';
import type { MessageFailure } from './message.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Known to both sides; signs every message. */
  readonly secret: string;
  /** Default 10,000. */
  readonly timeoutMs?: number;
  /** Pause after the first failure; doubled with each, up to 600 times as long. Default 1,000. */
  readonly firstPauseMs?: number;
}

/** What is posted. The same id is the same message, however often it comes. */
export interface WebhookMessage {
  readonly id: string;
  readonly kind: string;
  /** The whole number. */
  readonly to: string;
  readonly text: string;
  readonly kioskId: string;
  readonly caseNumber: string;
}

/** Ended early by `ending`, it has not reached anybody as far as is known. */
export type Post = (message: WebhookMessage, now: Date, ending: AbortSignal) => Promise<'sent' | MessageFailure>;

const DEFAULT_TIMEOUT_MS = 10_000;
/** As kiosks treat the center: these are about the moment, or about our account with the provider, not about the message. */
const LATER_STATUSES = new Set([401, 403, 408, 425, 429]);

/**
 * Posts JSON with the header `x-tongban-signature: t=<seconds>,v1=<hex>`: HMAC-SHA-256 over `<seconds>.<body>`, so that neither
 * the text nor the time can be changed and an old message cannot be played again unnoticed. Redirects are not followed: codes go
 * to the configured address or nowhere.
 */
export function webhookPost({ url, secret, timeoutMs = DEFAULT_TIMEOUT_MS }: WebhookOptions): Post {
  return async (message, now, ending) => {
    const body = JSON.stringify(message);
    const seconds = Math.floor(now.getTime() / 1000);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-tongban-message': message.id,
          'x-tongban-signature': `t=${seconds},v1=${signature(secret, seconds, body)}`,
        },
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ending]),
      });
      // What it says is of no interest, and may never end.
      await response.body?.cancel();
      return outcomeOf(response.status);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout';
      if (error instanceof TypeError || ending.aborted) return 'unreachable';
      throw error;
    }
  };
}

export const signature = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

function outcomeOf(status: number): 'sent' | MessageFailure {
  if (status >= 200 && status < 300) return 'sent';
  if (status >= 300 && status < 400) return 'redirect';
  if (status >= 400 && status < 500 && !LATER_STATUSES.has(status)) return 'refused';
  return 'serverError';
}
