import {
  type CommandBytes,
  CVR_SUM_COMMANDS,
  looksLike,
  managementNumberCommand,
  resetCommand,
  SDT_COMMANDS,
  type SdtCommand,
} from './commands.ts';
import type { FrameCheck } from './frames.ts';

/** Which commands a module knows, and how its frames are checked. What is absent the module cannot do. */
export interface Dialect {
  readonly requestCheck: FrameCheck;
  readonly replyCheck: FrameCheck;
  /** Prove that nothing older is on its way; the first whose good reply looks unlike the one that is owed. */
  readonly proofs: readonly [SdtCommand, ...SdtCommand[]];
  readonly find: SdtCommand;
  readonly select: SdtCommand;
  readonly read: SdtCommand;
  /** Instead of `read`, until the module says that it does not know it. */
  readonly readWithFingerprint?: SdtCommand | undefined;
  readonly samId?: SdtCommand;
  readonly latestAddress?: SdtCommand;
  readonly managementNumber?: SdtCommand | undefined;
  readonly reset?: SdtCommand | undefined;
}

export interface SdtDialectSettings {
  readonly fingerprint?: boolean | undefined;
  /** From the module's manual: no public source has these bytes. */
  readonly reset?: CommandBytes | undefined;
  readonly managementNumber?: CommandBytes | undefined;
}

export function sdtDialect({ fingerprint = false, reset, managementNumber }: SdtDialectSettings = {}): Dialect {
  return {
    requestCheck: 'xor',
    replyCheck: 'xor',
    proofs: [SDT_COMMANDS.samStatus, SDT_COMMANDS.samId],
    find: SDT_COMMANDS.findCard,
    select: SDT_COMMANDS.selectCard,
    read: SDT_COMMANDS.readBase,
    readWithFingerprint: fingerprint ? SDT_COMMANDS.readBaseAndFingerprint : undefined,
    samId: SDT_COMMANDS.samId,
    latestAddress: SDT_COMMANDS.latestAddress,
    managementNumber: managementNumber && managementNumberCommand(managementNumber),
    reset: reset && resetCommand(reset),
  };
}

/**
 * CVR-100AU. Its one proof can also be what is owed: then a second answer to it may still follow, which looks like no
 * answer to find, select or read and is passed over. How replies are checked is not documented: `sum` by analogy.
 */
export function cvrSumDialect({ replyCheck }: { readonly replyCheck: FrameCheck }): Dialect {
  return {
    requestCheck: 'sum',
    replyCheck,
    proofs: [CVR_SUM_COMMANDS.init],
    find: CVR_SUM_COMMANDS.findCard,
    select: CVR_SUM_COMMANDS.selectCard,
    read: CVR_SUM_COMMANDS.readBase,
  };
}

/** The command that proves that no answer to `owed`, or to anything before it, is on its way any more. */
export function proofFor({ proofs }: Pick<Dialect, 'proofs'>, owed: SdtCommand | undefined): SdtCommand {
  const other = owed && proofs.find((proof) => !looksLike(proof, owed));
  return other ?? proofs[0];
}
