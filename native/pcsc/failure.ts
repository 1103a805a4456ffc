import type { WireFailure } from '../transport/wire.ts';
import type { PcscCode } from './return-codes.ts';

/** Why pcscd could not be used: the connection is of no use any more. */
export type LinkFailure =
  /** There is no socket, nobody listens at it, or it may not be used by us. */
  | { readonly kind: 'absent'; readonly reason: WireFailure }
  | { readonly kind: 'closed' }
  | { readonly kind: 'silent'; readonly limitMs: number }
  /** It speaks another protocol, or something that is none. */
  | { readonly kind: 'protocol'; readonly reason: string };

export type PcscFailure =
  | LinkFailure
  /** pcscd is well and says no. `rv` is its number for it. */
  | { readonly kind: 'answer'; readonly code: PcscCode; readonly rv: number };

export const isLinkFailure = (failure: PcscFailure): failure is LinkFailure => failure.kind !== 'answer';

/** For a technician; nothing personal can be in it. */
export function failureInWords(failure: PcscFailure): string {
  switch (failure.kind) {
    case 'absent':
      return failure.reason === 'portBusy' ? 'pcscd does not let this user in' : 'pcscd does not listen';
    case 'closed':
      return 'pcscd closed the connection';
    case 'silent':
      return `no answer from pcscd within ${failure.limitMs} ms`;
    case 'protocol':
      return failure.reason;
    case 'answer':
      return `pcscd answered ${failure.code} (${failure.rv.toString(16).padStart(8, '0')})`;
  }
}
