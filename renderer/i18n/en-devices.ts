import type { zhDevices } from './zh-devices.ts';

/** The same in English. */
export const enDevices: typeof zhDevices = {
  devicesTitle: 'Devices',
  deviceNames: [
    'Identity card reader',
    'Social security card reader',
    'Scanner',
    'Receipt printer',
    'Document printer',
    'Locker boards',
    'Lights and sensors',
    'Power supply (UPS)',
  ],
  deviceStates: ['works', 'does not answer', 'no device', 'has a fault', 'is starting'],
  deviceAttention: 'needs attention',
  deviceSince: (when) => `since ${when}`,
  deviceEvidence: (when, what) => `${when}, known by: ${what}`,
  deviceCounts: (answered, unanswered, retries, discarded) =>
    `${answered} answers, ${unanswered} missing, ${retries} retries, ${discarded} bytes discarded`,
  deviceHalfWithin: (bound) => `half of the answers within ${bound} ms`,
  deviceRestarts: (count) => `its process was restarted ${count} times`,
  devicesAbsent: (names) => `Not installed: ${names}`,
};
