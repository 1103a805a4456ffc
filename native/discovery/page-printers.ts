import type { Clock } from '../clock.ts';
import { attribute } from '../ipp/attributes.ts';
import { type AskFailure, createConversation } from '../ipp/conversation.ts';
import type { IppMessage } from '../ipp/frames.ts';
import { type AttributeReader, readAttributes } from '../ipp/reply.ts';
import { GROUP_TAG, OPERATION, VALUE_TAG } from '../ipp/tags.ts';
import { type Finding, unknownFinding } from './finding.ts';
import type { Source } from './sources.ts';

const EXCHANGE_LIMIT_MS = 3_000;
const LIMIT_MS = 10_000;
/** CUPS-Get-Printers: names the queues; of CUPS only. */
const CUPS_GET_PRINTERS = 0x4002;
const CUPS = 'ipp://localhost:631';

const WANTED = [
  'printer-name',
  'printer-uri-supported',
  'printer-make-and-model',
  'device-uri',
  'media-source-supported',
  'sides-supported',
];

const FAILURES: Readonly<Record<AskFailure, string>> = {
  unreachable: 'nobody listens there',
  timeout: `no answer within ${EXCHANGE_LIMIT_MS} ms`,
  refused: 'it refuses to say',
  badReply: 'what answers there speaks no IPP',
  jobNotFound: 'there is no such printer',
  notSupported: 'it refuses to say',
};

/** Queues of the machine's CUPS, and printers whose addresses are given. Their state and attributes are read, nothing is printed. */
export const pagePrinterSource = (clock: Clock, given: readonly string[], cups: string | undefined = CUPS): Source => ({
  name: 'A4 printers',
  limitMs: LIMIT_MS,
  async look() {
    const asked = await Promise.all(given.map((uri) => oneGiven(clock, uri)));
    const queues = cups === undefined ? { findings: [] } : await queuesOf(clock, cups);
    const { reason } = queues;
    return { findings: [...asked, ...queues.findings], ...(reason !== undefined && { reason }) };
  },
});

async function queuesOf(clock: Clock, cups: string): Promise<{ findings: Finding[]; reason?: string }> {
  const reply = await ask(clock, `${cups}/`, CUPS_GET_PRINTERS);
  if (typeof reply === 'string') return { findings: [], reason: `CUPS: ${reply}` };
  const printers = reply.groups.filter(({ tag }) => tag === GROUP_TAG.printer).map(readAttributes);
  const findings = printers.flatMap((printer) => queue(cups, printer) ?? []);
  return findings.length > 0
    ? { findings }
    : { findings, reason: 'CUPS has no queue; a printer on the network: --printer URI' };
}

async function oneGiven(clock: Clock, uri: string): Promise<Finding> {
  const reply = await ask(clock, uri, OPERATION.getPrinterAttributes);
  if (typeof reply === 'string') return unknownFinding(uri, `no printer: ${reply}`, 'Get-Printer-Attributes');
  const printer = readAttributes(reply.groups.find(({ tag }) => tag === GROUP_TAG.printer));
  return found(uri, printer, { driver: 'ipp', uri }, 'it answered Get-Printer-Attributes');
}

function queue(cups: string, printer: AttributeReader): Finding | undefined {
  const [name] = printer.strings('printer-name');
  if (name === undefined) return undefined;
  const uri = `${cups}/printers/${encodeURIComponent(name)}`;
  const [device = ''] = printer.strings('device-uri');
  // A queue that leads to a file prints nothing.
  if (/^(?:cups-pdf|file):/.test(device))
    return unknownFinding(uri, 'a queue that prints into a file', 'CUPS lists it');
  const behind = /^ipps?:\/\//.test(device) ? { printerUri: device } : {};
  const finding = found(uri, printer, { driver: 'ipp', uri, ...behind }, 'CUPS lists this queue');
  return 'printerUri' in behind
    ? finding
    : { ...finding, certainty: 'likely', what: `${finding.what}; ${COUNTS_BYTES}` };
}

const COUNTS_BYTES = 'the queue reaches it by no IPP, so that it cannot tell whether paper came out';

function found(
  uri: string,
  printer: AttributeReader,
  settings: Readonly<Record<string, unknown>>,
  evidence: string,
): Finding {
  const [model = 'of unknown make'] = printer.strings('printer-make-and-model');
  const trays = printer.strings('media-source-supported').filter((tray) => tray !== 'auto');
  const twoSided = printer.strings('sides-supported').includes('two-sided-long-edge');
  return {
    where: uri,
    what: `A4 printer ${model}`,
    certainty: 'certain',
    evidence,
    fits: [
      {
        place: 'document',
        settings,
        open: [
          trays.length > 1
            ? `Which paper lies in which tray: trays.record and trays.guide, of ${trays.join(', ')}.`
            : 'It names no trays to choose from.',
          ...(twoSided ? ['Whether to print on both sides: sides "two-sided-long-edge".'] : []),
        ],
      },
    ],
  };
}

async function ask(clock: Clock, uri: string, code: number): Promise<IppMessage | string> {
  const converse = createConversation({ uri, clock, log: () => undefined, timeoutMs: EXCHANGE_LIMIT_MS });
  const operation = [attribute('requested-attributes', VALUE_TAG.keyword, ...WANTED)];
  const reply = await converse({ code, operation });
  return reply.ok ? reply.value : FAILURES[reply.error];
}
