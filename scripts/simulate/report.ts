import type { WireDirection } from '../../native/transport/wire-tap.ts';

const SHOWN_BYTES = 32;
const ARROW: Readonly<Record<WireDirection, string>> = { toDevice: '→', fromDevice: '←' };

/** What a simulator says of itself, a line at a time: words for people, or JSON for programs. */
export interface SimulateReport {
  ready(device: string, config: unknown): void;
  chunk(direction: WireDirection, bytes: Uint8Array): void;
  note(text: string): void;
  refused(text: string): void;
}

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, SHOWN_BYTES))
    .toString('hex')
    .toUpperCase()
    .replaceAll(/(..)(?!$)/g, '$1 ') + (bytes.length > SHOWN_BYTES ? ` … (${bytes.length} bytes)` : '');

export function createSimulateReport(write: (line: string) => void, json: boolean): SimulateReport {
  const say = (words: string, object: Record<string, unknown>): void => write(json ? JSON.stringify(object) : words);
  return {
    ready: (device, config) =>
      say(`ready; in kiosk.json under "devices":\n"${device}": ${JSON.stringify(config, null, 2)}`, {
        type: 'ready',
        device,
        config,
      }),
    chunk: (direction, bytes) =>
      say(`${ARROW[direction]} ${hex(bytes)}`, { type: 'chunk', direction, hex: Buffer.from(bytes).toString('hex') }),
    note: (text) => say(text, { type: 'note', text }),
    refused: (text) => say(`! ${text}`, { type: 'refused', text }),
  };
}
