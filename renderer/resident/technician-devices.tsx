import type { ReactElement } from 'react';
import type { DeviceHealth } from '../../contract/device-health.ts';
import { type DeviceName, deviceNameSchema, deviceStateSchema } from '../../contract/device-status.ts';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { formatInstant } from '../i18n/format.ts';
import type { Words } from '../i18n/zh.ts';
import { Icon } from '../ui/icon.tsx';
import { useView } from '../ui/view.ts';
import { typicalLatency } from './typical-latency.ts';

/** The order of the words in the dictionaries. */
const DEVICE_ORDER = deviceNameSchema.options;
const STATE_ORDER = deviceStateSchema.options;

const nameOf = (device: DeviceName, words: Words): string => words.deviceNames[DEVICE_ORDER.indexOf(device)] ?? device;

type TechnicianScreen = Extract<ScreenOf, { name: 'technician' }>;

/** How each device is, since when, and by what that is known. The words for parts are those of XFS4IoT, as in the log. */
export function TechnicianDevices({ devices }: Pick<TechnicianScreen, 'devices'>): ReactElement {
  const { words } = useView();
  const absent = DEVICE_ORDER.filter((name) => !devices.some(({ device }) => device === name));
  return (
    <>
      {devices.map((health) => (
        <DeviceRow key={health.device} {...health} />
      ))}
      {absent.length > 0 && (
        <p className="small" data-row>
          {words.devicesAbsent(absent.map((name) => nameOf(name, words)).join(' · '))}
        </p>
      )}
    </>
  );
}

function DeviceRow(health: DeviceHealth): ReactElement {
  const { words, snapshot } = useView();
  const { state, details, reasons, metrics } = health;
  const instant = (text: string): string => formatInstant(new Date(text), snapshot.language);
  const calm = state === 'online' || state === 'starting';
  // It answers, and tells what is amiss: paper out, mains lost, a board that is silent.
  const attention = state === 'online' && reasons.length > 0;
  const said = attention ? words.deviceAttention : (words.deviceStates[STATE_ORDER.indexOf(state)] ?? state);
  const typical = typicalLatency(metrics.latency);
  const parts = Object.entries(details).map(([part, word]) => `${part} ${word}`);
  return (
    <section className={`device-health ${attention ? 'attention' : state}`} data-row>
      <Icon name={attention || !calm ? 'warn' : state === 'online' ? 'check' : 'clock'} />
      <div>
        <h2>
          {nameOf(health.device, words)} · {said}
        </h2>
        <p>{[health.driver, words.deviceSince(instant(health.since)), ...parts, ...reasons].join(' · ')}</p>
        <p className="small">{words.deviceEvidence(instant(health.evidenceAt), health.evidence)}</p>
        <p className="small">
          {words.deviceCounts(metrics.exchanges, metrics.unanswered, metrics.retries, metrics.discardedBytes)}
          {typical !== undefined && ` · ${words.deviceHalfWithin(typical)}`}
          {health.processRestarts > 0 && ` · ${words.deviceRestarts(health.processRestarts)}`}
        </p>
      </div>
    </section>
  );
}
