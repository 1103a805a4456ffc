import type { Clock } from '../clock.ts';
import { createMeter } from '../device/meter.ts';
import { openPcsc } from '../pcsc/client.ts';
import { failureInWords } from '../pcsc/failure.ts';
import { localSocketOpener } from '../transport/socket-wire.ts';
import type { Finding } from './finding.ts';
import type { Source } from './sources.ts';

const LIMIT_MS = 5_000;
/** pcscd answers at once when there are readers; without any it would wait for the first. */
const LIST_LIMIT_MS = 500;
const PCSCD_SOCKET = '/run/pcscd/pcscd.comm';
/** Slots that no social-security card is put into, by what makers call them. */
const OTHER_SLOT = /contactless|picc|nfc|\bsam\b/i;

/** Card readers that pcscd knows. */
export const cardTerminalSource = (clock: Clock, socket = PCSCD_SOCKET): Source => ({
  name: 'PC/SC readers',
  limitMs: LIMIT_MS,
  async look() {
    const opened = await openPcsc({ opener: localSocketOpener(socket, clock), clock, meter: createMeter() });
    if (!opened.ok) return { findings: [], reason: failureInWords(opened.error) };
    const listed = await opened.value.changed([], LIST_LIMIT_MS);
    await opened.value.close();
    if (!listed.ok) return { findings: [], reason: failureInWords(listed.error) };
    const names = listed.value.map(({ name }) => name);
    const findings = names.map((name) => terminal(name, names.length > 1, socket));
    return findings.length > 0 ? { findings } : { findings, reason: 'pcscd knows no reader' };
  },
});

/** The numbers behind a name are those of reader and slot, and change with the order of plugging. */
const stablePart = (name: string): string => name.replace(/(?: [0-9A-F]{2}){1,2}$/, '');

function terminal(name: string, oneOfMany: boolean, socket: string): Finding {
  const reader = stablePart(name);
  const settings = {
    driver: 'pcsc',
    ...(oneOfMany && { reader }),
    ...(socket !== PCSCD_SOCKET && { socket }),
  };
  const contact = !OTHER_SLOT.test(name);
  return {
    where: name,
    what: contact ? 'card reader' : 'card slot that seems to be for other cards',
    certainty: contact ? 'certain' : 'likely',
    evidence: 'pcscd lists it',
    fits: [
      {
        place: 'socialCard',
        settings,
        open: ['Whether the social-security card goes into this reader: test socialCard.'],
      },
    ],
  };
}
