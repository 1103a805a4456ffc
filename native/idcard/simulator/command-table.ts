import type { SdtCommandName } from '../commands.ts';
import type { RequestCode } from './module-frames.ts';

export type SimulatedFamily = 'sdt' | 'cvr-sum';

const SDT_CODES: ReadonlyMap<RequestCode, SdtCommandName> = new Map([
  [0x11ff, 'samStatus'],
  [0x12ff, 'samId'],
  [0x2001, 'findCard'],
  [0x2002, 'selectCard'],
  [0x3001, 'readBase'],
  [0x3010, 'readBaseAndFingerprint'],
  [0x3003, 'latestAddress'],
]);

const CVR_SUM_CODES: ReadonlyMap<RequestCode, SdtCommandName> = new Map([
  [0x0001, 'init'],
  [0x0081, 'findCard'],
  [0x0082, 'selectCard'],
  [0x0083, 'readBase'],
]);

/** What differs from module to module. */
export interface ModuleKnowledge {
  readonly family: SimulatedFamily;
  /** Absent: the module knows no such command. No manual in public has their codes. */
  readonly resetCode?: RequestCode | undefined;
  readonly managementNumberCode?: RequestCode | undefined;
  /** False: the module does not know 30 10. */
  readonly fingerprint?: boolean | undefined;
}

/** The command that stands behind CMD and PARA at this module. */
export function commandBehind(code: RequestCode, knows: ModuleKnowledge): SdtCommandName | undefined {
  if (code === knows.resetCode) return 'resetSam';
  if (code === knows.managementNumberCode) return 'managementNumber';
  const name = (knows.family === 'sdt' ? SDT_CODES : CVR_SUM_CODES).get(code);
  return name === 'readBaseAndFingerprint' && knows.fingerprint === false ? undefined : name;
}
