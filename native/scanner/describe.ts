import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import { decodePosReport, ENTER_POS_FEATURE, POS_BEEP, POS_TRIGGER_OFF, POS_TRIGGER_ON } from './hid-pos/reports.ts';
import { createLineDecoder, type LineFrame } from './serial-line/line-decoder.ts';
import { silentTrigger } from './serial-line/triggers.ts';

type Tell = (direction: WireDirection, text: string) => void;

/** '@' and '#', as hex. */
const NEWLAND_STORES = ['40', '23'] as const;
/** A command as the driver sends it. Longer ones, or ones with other characters, might be a code that pretends. */
const SHORT_COMMAND = /^[A-Z0-9]{6}[0-9A-Za-z*]{0,24}$/;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** For `watch`. What a code says may be a person's: its length and kind are told, never its content. */
export function describeLines(tell: Tell): WireReport {
  const ends = [Uint8Array.of(0x0d), Uint8Array.of(0x0a)];
  const decoder = createLineDecoder({ ends, replies: true });
  const inWords = (frame: LineFrame): string =>
    frame.kind === 'line'
      ? `code, ${frame.bytes.length} bytes`
      : `reply ${SHORT_COMMAND.test(frame.reply.command) ? frame.reply.command : '(masked)'} ${frame.reply.word}`;
  return (direction, bytes) => {
    if (direction === 'toDevice') return tell(direction, COMMANDS.get(hexOf(bytes)) ?? newlandCommand(bytes));
    const events = decoder.push(bytes);
    for (const event of events) {
      if (event.type === 'frame') tell(direction, inWords(event.frame));
      else if (event.type === 'discarded') tell(direction, `${event.bytes} bytes passed over`);
    }
    if (events.length === 0) tell(direction, `${bytes.length} bytes, no end yet`);
  };
}

export function describePosReports(tell: Tell): WireReport {
  return (direction, report) => {
    if (direction === 'toDevice')
      return tell(direction, COMMANDS.get(hexOf(report)) ?? `report of ${report.length} bytes`);
    const part = decodePosReport(report);
    if (!part.ok) return tell(direction, `report of ${report.length} bytes that is no part of a code`);
    const { data, symbology = 'no symbology', continued } = part.value;
    tell(direction, `part of a code, ${data.length} bytes, ${symbology}${continued ? ', more follows' : ''}`);
  };
}

export function describeKeys(tell: Tell): WireReport {
  return (direction, report) => tell(direction, direction === 'toDevice' ? `report of ${report.length} bytes` : 'key');
}

const COMMANDS = new Map<string, string>([
  [hexOf(ENTER_POS_FEATURE), 'enter HID-POS'],
  [hexOf(POS_TRIGGER_ON), 'trigger on'],
  [hexOf(POS_TRIGGER_OFF), 'trigger off'],
  [hexOf(POS_BEEP), 'beep'],
]);
for (const family of ['honeywell', 'newland-short'] as const) {
  const trigger = silentTrigger(family);
  if (trigger) COMMANDS.set(hexOf(trigger.on), 'trigger on').set(hexOf(trigger.off), 'trigger off');
}

function newlandCommand(bytes: Uint8Array): string {
  const stored = NEWLAND_STORES.some((store) => hexOf(bytes).startsWith(`7e0130303030${store}`));
  const command = Buffer.from(bytes.subarray(7, -2)).toString('latin1');
  return stored && SHORT_COMMAND.test(command) ? `command ${command}` : `${bytes.length} bytes`;
}
