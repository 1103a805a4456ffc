import type { Clock } from '../clock.ts';
import { tcpOpener } from '../transport/socket-wire.ts';
import type { Finding } from './finding.ts';
import { createLine } from './line.ts';
import type { Source } from './sources.ts';

const LIMIT_MS = 5_000;
const REPLY_LIMIT_MS = 1_000;
const WRITE_LIMIT_MS = 500;
const UPSD = { host: '127.0.0.1', port: 3493 } as const;

/** `UPS name "description"`, between BEGIN and END. */
const LISTED = /^UPS ([\w.-]{1,64}) "((?:[^"\\]|\\["\\])*)"$/;
const WHOLE = /^BEGIN LIST UPS\r?\n([\s\S]*)END LIST UPS\r?\n$/;

/** UPSes that Network UPS Tools knows on this machine. */
export const upsSource = (clock: Clock, where: { readonly host: string; readonly port: number } = UPSD): Source => ({
  name: 'UPS (NUT)',
  limitMs: LIMIT_MS,
  async look() {
    const opened = await tcpOpener({ ...where, writeLimitMs: WRITE_LIMIT_MS, clock }).open();
    if (!opened.ok) return { findings: [], reason: `upsd does not listen at ${where.host}:${where.port}` };
    const line = createLine(opened.value, clock);
    const reply = Buffer.from(await line.ask(Buffer.from('LIST UPS\n'), REPLY_LIMIT_MS)).toString('utf8');
    await line.close();
    const lines = WHOLE.exec(reply)?.[1]?.split(/\r?\n/) ?? [];
    const findings = lines.flatMap((text) => upsFrom(text, where) ?? []);
    if (findings.length > 0) return { findings };
    return { findings, reason: WHOLE.test(reply) ? 'upsd knows no UPS' : 'what listens there is no upsd' };
  },
});

function upsFrom(text: string, where: { readonly host: string; readonly port: number }): Finding | undefined {
  const [, ups, description = ''] = LISTED.exec(text) ?? [];
  if (ups === undefined) return undefined;
  const elsewhere = where.host === UPSD.host && where.port === UPSD.port ? {} : where;
  return {
    where: `${ups}@${where.host}:${where.port}`,
    what: `UPS “${description}”`,
    certainty: 'certain',
    evidence: 'upsd lists it',
    fits: [{ place: 'ups', settings: { driver: 'nut', ...elsewhere, ups }, open: [] }],
  };
}
