import { systemClock } from '../../native/clock.ts';
import { addressesLeftOut } from '../../native/discovery/probes/table.ts';
import { scanMachine } from '../../native/discovery/scan-machine.ts';
import { portScanMs } from '../../native/discovery/scan-port.ts';
import { type Suggestion, suggestDevices } from '../../native/discovery/suggestion.ts';
import type { ScanCommand } from './arguments.ts';
import type { Say } from './say.ts';
import { sayChoices, sayReport } from './scan-words.ts';
import { writeDevices } from './scan-write.ts';

/** Finds what is plugged in and suggests how to write it down; `write` does that. False: something could not be written. */
export async function scanDevices(options: ScanCommand, say: Say): Promise<boolean> {
  const { ports, printers, addresses, config, write, replace } = options;
  const { mute, longest } = portScanMs(addresses);
  say.line(
    'begin',
    `Asking questions only. A port where nobody answers takes ${seconds(mute)}; none takes more than ${seconds(longest)}.`,
  );
  for (const [family, left] of addressesLeftOut(addresses)) {
    say.line('left-out', `  not asked: ${family} at ${left.join(', ')}: to other devices these bytes are a command.`);
  }
  const reports = await scanMachine({
    clock: systemClock,
    addresses,
    ...(ports.length + printers.length > 0 && { only: { ports, printers } }),
    onReport: (report) => sayReport(report, say),
  });
  const suggestion = suggestDevices(reports.flatMap(({ findings }) => findings));
  sayChoices(suggestion, say);
  if (!write || config === undefined) {
    say.line('suggestion', `"devices": ${JSON.stringify(suggestion.devices, null, 2)}`, {
      devices: suggestion.devices,
    });
    return true;
  }
  return writeDown(config, suggestion, replace, say);
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;

async function writeDown(config: string, { devices }: Suggestion, replace: boolean, say: Say): Promise<boolean> {
  say.line('suggestion', '', { devices });
  const written = await writeDevices(config, devices, replace);
  if (!written.ok) {
    say.line('result', `Nothing was written: ${written.error}`);
    return false;
  }
  const { added, kept, refused } = written.value;
  if (added.length > 0) say.line('written', `${config}: ${added.join(', ')}. As it was: ${config}.before`, { added });
  if (kept.length > 0) say.line('kept', `There already, and left as it is: ${kept.join(', ')}.`, { kept });
  for (const place of refused) {
    say.line('refused', `${place} stands there already and is another device: not replaced. --replace does that.`, {
      place,
    });
  }
  if (added.length === 0) say.line('result', `${config} was not changed.`);
  return refused.length === 0;
}
