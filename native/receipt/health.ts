import type { HealthReport } from '../../contract/device-health.ts';
import type { StatusReport } from './connection.ts';
import type { ReceiptProfile } from './profiles/profile.ts';
import type { ReceiptEvent, ReceiptStatus } from './receipt.ts';
import { bytesOfReport, receiptStatus, type StatusBytes, statusFlags } from './status.ts';
import { STATUS_FLAGS, type StatusFlag } from './status-bits.ts';

/** Not amiss: states of an ordinary day. */
const NO_REASONS: readonly StatusFlag[] = ['mediaPresent', 'busy'];

/** Why a printer is taken for offline: a failure of its wire, or no answer on it. */
export type OfflineReason = 'portMissing' | 'portBusy' | 'portGone' | 'writeTimeout' | 'noAnswer' | 'otherProfile';

const OFFLINE_EVIDENCE: Readonly<Record<OfflineReason, string>> = {
  portMissing: 'no such port',
  portBusy: 'the port is locked by another process',
  portGone: 'the port went away',
  writeTimeout: 'the port took no bytes',
  noAnswer: 'no status byte within the limit',
  otherProfile: 'DLE EOT 1 is answered, what the profile asks is not: another make of printer?',
};

/** Keeps what is known of the printer and tells it on, whoever learnt it. */
export interface HealthKeeper {
  /** The answers to all questions of the profile. */
  answered(bytes: StatusBytes): ReceiptStatus;
  /** Something the printer sent by itself, or a full status. */
  reported(report: StatusReport): void;
  offline(reason: OfflineReason): void;
}

export interface HealthKeeperParts {
  readonly profile: ReceiptProfile;
  readonly report: (health: HealthReport) => void;
  readonly emit: (event: ReceiptEvent) => void;
}

export function createHealthKeeper({ profile, report, emit }: HealthKeeperParts): HealthKeeper {
  let full: StatusBytes = {};
  let media: ReceiptStatus['media'];

  const learn = (bytes: StatusBytes, evidence: string): ReceiptStatus => {
    const { device, ...details } = receiptStatus(bytes, profile.bits);
    const flags = statusFlags(bytes, profile.bits);
    report({
      state: device,
      details,
      reasons: STATUS_FLAGS.filter((flag) => flags[flag] && !NO_REASONS.includes(flag)),
      evidence,
    });
    if (media === 'notPresent' && details.media === 'present') emit({ type: 'mediaPresented' });
    if (media === 'present' && details.media === 'notPresent') emit({ type: 'mediaTaken' });
    media = details.media ?? media;
    return { device, ...details };
  };

  report({ state: 'starting', details: {}, reasons: [], evidence: 'not asked yet' });
  return {
    answered: (bytes) => learn(bytes, `DLE EOT: ${named(bytes)}`),
    reported(message) {
      const bytes = bytesOfReport(message);
      if (message.kind === 'asb') {
        learn(bytes, `automatic status: ${named(bytes)}`);
        return;
      }
      // It may hold some of its bytes only: the others are as they were.
      full = { ...full, ...bytes };
      learn(full, `full status: ${named(full)}`);
    },
    offline(reason) {
      full = {};
      report({
        state: 'offline',
        details: { paper: 'unknown', cover: 'unknown' },
        reasons: [reason],
        evidence: OFFLINE_EVIDENCE[reason],
      });
    },
  };
}

const named = (bytes: StatusBytes): string =>
  Object.entries(bytes)
    .map(([name, value]) => `${name} ${value.toString(16).padStart(2, '0')}`)
    .join(', ');
