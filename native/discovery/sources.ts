import type { Clock } from '../clock.ts';
import type { SourceReport } from './finding.ts';
import { inTime } from './in-time.ts';

/** One way to look around. */
export interface Source {
  readonly name: string;
  readonly limitMs: number;
  look(): Promise<Omit<SourceReport, 'source'>>;
}

/** Looks; a source that hangs, or a library that throws because the machine has no such bus, is a reason and no crash. */
export async function lookAt({ name, limitMs, look }: Source, clock: Clock): Promise<SourceReport> {
  try {
    const seen = await inTime(look(), limitMs, clock);
    return seen ? { source: name, ...seen } : { source: name, findings: [], reason: `no answer within ${limitMs} ms` };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { source: name, findings: [], reason: error.message };
  }
}
