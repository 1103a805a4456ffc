import type { Say } from './say.ts';

export interface ScanOptions {
  readonly config: string | undefined;
  readonly write: boolean;
}

export async function scanDevices(_options: ScanOptions, _say: Say): Promise<boolean> {
  return false;
}
