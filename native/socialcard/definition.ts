import type { SocialCardConfig } from '../../contract/device-config/social-card.ts';
import type { DriverDefinition } from '../device/driver.ts';
import { localSocketOpener } from '../transport/socket-wire.ts';
import { createPcscReader } from './pcsc-reader.ts';
import type { SocialCardEvent, SocialCardReaderStatus } from './reader.ts';

export type SocialCardCalls = {
  readonly status: () => Promise<SocialCardReaderStatus>;
};

/** Its traffic is no wire of the context: whoever watches is told command headers and status words, never data. */
export const pcscDriver: DriverDefinition<SocialCardConfig, SocialCardCalls, SocialCardEvent> = {
  device: 'socialCard',
  driver: 'pcsc',
  start({ reader, socket, records, ethnicCode }, { clock, log, meter, emit, report, say }) {
    const opener = localSocketOpener(socket, clock);
    const running = createPcscReader({ opener, clock, log, meter, reader, records, ethnicCode, say });
    running.start(emit, report);
    return { calls: { status: async () => running.status() }, stop: () => running.stop() };
  },
};
