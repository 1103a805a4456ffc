import type { Bundle } from '../../../contract/catalogue/bundle.ts';
import type { RefusedCatalogue } from '../../../contract/catalogue/manifest.ts';
import type { LogEventId, LogFields } from '../../../contract/log-events.ts';
import type { Result } from '../../../contract/result.ts';
import type { Applied } from './apply-version.ts';
import type { Expected } from './read-answer.ts';

/** What the thread is given to do, once. */
export type ThreadTask = { readonly path: string } & (
  | { readonly kind: 'answer'; readonly bytes: Uint8Array; readonly expected: Expected }
  | { readonly kind: 'seed'; readonly seed: Bundle; readonly fresh: boolean }
  | { readonly kind: 'recheck' }
);

export type ThreadOutcome = Result<Applied | null, RefusedCatalogue>;

export type ThreadMessage =
  | { readonly kind: 'log'; readonly id: LogEventId; readonly fields: LogFields | undefined }
  | { readonly kind: 'done'; readonly outcome: ThreadOutcome };
