/** The part of a Newland scanner that understands unified commands. Written from the manual, not from the driver. */
export interface NewlandDevice {
  /** Bytes from the host → the replies, one for each command. */
  receive(bytes: Uint8Array): Uint8Array[];
  lit(): boolean;
  /** Back to what is kept without power. */
  losePower(): void;
  value(tag: string): string | undefined;
  /** Commands so far, as they were sent. */
  readonly commands: readonly string[];
}

const ACK = '\x06';
const NAK = '\x15';
const ENQ = '\x05';
const PREFIX = '~\x010000';
const MOST_HELD = 512;

/** Tag → its value without any setting, and what it may be set to. */
const TAGS: Readonly<Record<string, { readonly value: string; readonly allowed: RegExp }>> = {
  SCNMOD: { value: '0', allowed: /^[0-3]$/ },
  SCNTRG: { value: '0', allowed: /^[01]$/ },
  ORTSET: { value: '3000', allowed: /^\d{1,7}$/ },
  RRDDUR: { value: '1500', allowed: /^\d{1,7}$/ },
  GRBENA: { value: '1', allowed: /^[01]$/ },
  EXPLVL: { value: '0', allowed: /^\d$/ },
};

export function createNewlandDevice(): NewlandDevice {
  const values = new Map<string, string>();
  const kept = new Map<string, string>();
  const commands: string[] = [];
  let held = '';

  const current = (tag: string): string | undefined => values.get(tag) ?? kept.get(tag) ?? TAGS[tag]?.value;
  const obey = (storage: string, command: string): string => {
    commands.push(command);
    const tag = command.slice(0, 6);
    const data = command.slice(6);
    const known = TAGS[tag];
    if (!known) return command + ENQ;
    if (data === '*') return tag + current(tag) + ACK;
    if (!known.allowed.test(data)) return command + NAK;
    values.set(tag, data);
    if (storage === '@') kept.set(tag, data);
    return command + ACK;
  };
  return {
    receive(bytes) {
      held = (held + Buffer.from(bytes).toString('latin1')).slice(-MOST_HELD);
      const replies: Uint8Array[] = [];
      for (let end = held.indexOf(';\x03'); end !== -1; end = held.indexOf(';\x03')) {
        const frame = held.slice(0, end);
        held = held.slice(end + 2);
        const start = frame.lastIndexOf(PREFIX);
        const request = /^([@#])([!-~]{6,})$/.exec(start === -1 ? '' : frame.slice(start + PREFIX.length));
        if (!request) continue;
        const [, storage = '', command = ''] = request;
        replies.push(Uint8Array.from(Buffer.from(`\x02\x010000${storage}${obey(storage, command)};\x03`, 'latin1')));
      }
      return replies;
    },
    lit: () => current('SCNTRG') === '1',
    losePower() {
      values.clear();
      held = '';
    },
    value: current,
    commands,
  };
}
