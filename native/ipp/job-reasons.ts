import { JOB_HISTORY_MISSING } from './reasons.ts';

/**
 * job-state-reasons (RFC 8011 §5.3.8, PWG 5100.7) in the only four senses in which a print differs. Keywords in no list
 * (job-printing, job-queued, cups-waiting-for-job-completed, of vendors …) say how it goes and change nothing.
 * `processing-to-stop-point` is among those: queues of CUPS leave it on jobs that came out whole.
 */
export type JobSense = 'documentMissing' | 'spoiled' | 'historyMissing' | 'nothing';

const DOCUMENT_MISSING = ['job-data-insufficient'];
/** Beside `completed` these say that what came out is not what was sent, or may not be. */
const SPOILED = [
  'job-completed-with-errors',
  'document-format-error',
  'document-unprintable-error',
  'document-unprintable',
  'document-access-error',
  'unsupported-document-format',
  'unsupported-compression',
  'compression-error',
  'document-password-error',
  'document-security-error',
  'aborted-by-system',
  'job-canceled-by-user',
  'job-canceled-by-operator',
  'job-canceled-at-device',
  'submission-interrupted',
  'job-data-insufficient',
  'errors-detected',
];

/** What the reasons of a job in this phase say; of several the gravest. Closed: nothing outside the lists is taken for news. */
export function jobSense(reasons: readonly string[], phase: 'open' | 'completed'): JobSense {
  const has = (keywords: readonly string[]): boolean => keywords.some((keyword) => reasons.includes(keyword));
  if (phase === 'open') return has(DOCUMENT_MISSING) ? 'documentMissing' : 'nothing';
  if (has(SPOILED)) return 'spoiled';
  return has([JOB_HISTORY_MISSING]) ? 'historyMissing' : 'nothing';
}
