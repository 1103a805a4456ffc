import type { IdCardConfig } from '../../contract/device-config/id-card.ts';
import type { DriverContext, DriverDefinition, RunningDevice } from '../device/driver.ts';
import { commandBytes } from './commands.ts';
import { cvrSumDialect, type Dialect, sdtDialect } from './dialect.ts';
import { photoDecoderFrom } from './photo-decoder.ts';
import type { CardEvent } from './reader.ts';
import { createSdtReader } from './sdt-reader.ts';
import { createFrameReport } from './wire-frames.ts';

type SdtSettings = Extract<IdCardConfig, { driver: 'sdt' }>;
type CvrSumSettings = Extract<IdCardConfig, { driver: 'cvr-sum' }>;

/** The reader polls by itself: there is nothing to ask it for. */
type NoCalls = Record<never, never>;

/** SAM_A modules in readers of nearly every make. */
export const sdtDefinition: DriverDefinition<SdtSettings, NoCalls, CardEvent> = {
  device: 'idCard',
  driver: 'sdt',
  start(settings, context) {
    const { fingerprint, resetCommand: reset, managementNumberCommand: managementNumber } = settings;
    const dialect = sdtDialect({
      fingerprint,
      reset: reset === undefined ? undefined : commandBytes(reset),
      managementNumber: managementNumber === undefined ? undefined : commandBytes(managementNumber),
    });
    return startReader(settings, dialect, context);
  },
  describe: (tell) => createFrameReport(tell),
};

/** CVR-100AU and its kind. */
export const cvrSumDefinition: DriverDefinition<CvrSumSettings, NoCalls, CardEvent> = {
  device: 'idCard',
  driver: 'cvr-sum',
  start: (settings, context) => startReader(settings, cvrSumDialect(settings), context),
  // How replies are checked depends on the configuration, which a listener does not know.
  describe: (tell) => createFrameReport(tell, 'sum', 'xor'),
};

function startReader(
  { transport, continuousReading, photoDecoder }: IdCardConfig,
  dialect: Dialect,
  context: DriverContext<CardEvent>,
): RunningDevice<NoCalls> {
  const { clock, log } = context;
  const reader = createSdtReader({
    opener: context.wire(transport),
    clock,
    log,
    continuousReading,
    dialect,
    baudRate: transport.kind === 'serial' ? transport.baudRate : undefined,
    photoDecoder: photoDecoder === undefined ? undefined : photoDecoderFrom(photoDecoder, clock),
    report: (health) => context.report(health),
  });
  reader.start((event) => {
    if (event.type !== 'status') context.emit(event);
  });
  return { calls: {}, stop: () => reader.stop() };
}
