import type { Clock } from '../clock.ts';
import { openerOf } from '../transport/open-wire.ts';
import type { WireFailure } from '../transport/wire.ts';
import type { Finding } from './finding.ts';
import { inTime } from './in-time.ts';
import { createLine, GAP_MS, type Line, REPLY_END_MS, withoutEcho } from './line.ts';
import { failed, type Heard, nothing, OPEN_LIMIT_MS } from './port-words.ts';
import type { Learned, Probe, Question } from './probes/probe.ts';
import { PROBE_ROUNDS, type ProbeRound, questionsOf } from './probes/table.ts';

/** What a device says when its line opens is not the answer to the first question. */
export const LISTEN_MS = 100;
/** A question is asked a second time when something came back that was no answer, as behind noise. */
const MOST_ATTEMPTS = 2;
/** For what a recognised device is asked beside the rest of its addresses. */
const LEARN_LIMIT_MS = 20_000;

export interface PortScanOptions {
  /** As it will stand in the configuration. */
  readonly path: string;
  readonly clock: Clock;
  /** How many addresses of each family of boards are asked. */
  readonly addresses: number;
  readonly rounds?: readonly ProbeRound[];
}

/** Milliseconds that one port takes when nobody answers, and at most when somebody babbles and is not understood. */
export function portScanMs(
  addresses: number,
  rounds = PROBE_ROUNDS,
): { readonly mute: number; readonly longest: number } {
  let mute = 0;
  let longest = 0;
  let learning = 0;
  for (const { probes } of rounds) {
    const asking = probes.map((probe) => askingMs(probe, addresses));
    const sum = asking.reduce((total, ms) => total + ms, 0);
    mute += LISTEN_MS + sum;
    longest += OPEN_LIMIT_MS + LISTEN_MS + sum * MOST_ATTEMPTS;
    learning = Math.max(learning, ...asking);
  }
  return { mute, longest: longest + LEARN_LIMIT_MS + learning };
}

const askingMs = (probe: Probe, addresses: number): number =>
  questionsOf(probe, addresses).length * (GAP_MS + probe.replyLimitMs);

type Seen =
  | { readonly is: 'device'; readonly learned: Learned; readonly baudRate: number }
  | { readonly is: 'failed'; readonly failure: WireFailure | 'stuck' }
  | ({ readonly is: 'nothing' } & Heard);

/** Finds out what hangs on a serial port by questions only. Never throws for a device or a cable; bounded by `portScanMs`. */
export async function scanPort(options: PortScanOptions): Promise<Finding> {
  const { path, rounds = PROBE_ROUNDS } = options;
  let heard: Heard = { unasked: 0, notUnderstood: 0, echo: false };
  for (const round of rounds) {
    const seen = await runRound(round, options, heard.echo);
    if (seen.is === 'failed') return failed(path, seen.failure);
    if (seen.is === 'device') {
      const { fits, ...known } = seen.learned;
      const transport = { kind: 'serial', path, baudRate: seen.baudRate } as const;
      return { ...known, where: path, evidence: `${known.evidence}, at ${seen.baudRate} bit/s`, fits: fits(transport) };
    }
    heard = {
      unasked: heard.unasked + seen.unasked,
      notUnderstood: heard.notUnderstood + seen.notUnderstood,
      echo: seen.echo,
    };
  }
  return nothing(path, heard);
}

async function runRound(
  { baudRate, probes }: ProbeRound,
  { path, clock, addresses }: PortScanOptions,
  echo: boolean,
): Promise<Seen> {
  const opening = openerOf({ kind: 'serial', path, baudRate }, clock).open();
  const opened = await inTime(opening, OPEN_LIMIT_MS, clock, (late) => {
    if (late.ok) void late.value.close();
  });
  if (!opened?.ok) return { is: 'failed', failure: opened?.error ?? 'stuck' };
  const line = createLine(opened.value, clock, echo);
  try {
    await line.listen(LISTEN_MS);
    let notUnderstood = 0;
    for (const probe of probes) {
      for (const question of questionsOf(probe, addresses)) {
        const answer = await put(line, probe, question);
        notUnderstood += answer.notUnderstood;
        if (!answer.understood) continue;
        const learned = await learnFrom(line, probe, question, addresses, clock);
        if (learned) return { is: 'device', learned, baudRate };
      }
    }
    return { is: 'nothing', unasked: line.unasked(), notUnderstood, echo: line.expectsEcho() };
  } finally {
    await inTime(line.close(), REPLY_END_MS, clock);
  }
}

/** Asks until something was understood, or nothing at all came back. */
async function put(
  line: Line,
  probe: Probe,
  question: Question,
): Promise<{ readonly understood: boolean; readonly notUnderstood: number }> {
  let notUnderstood = 0;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const reply = await line.ask(question.frame, probe.replyLimitMs);
    if (reply.length === 0) break;
    // An 8A/80 board of eight channels that are all 0 answers with the very bytes of the question: it is looked at as it came.
    if (probe.answers(reply, question)) return { understood: true, notUnderstood };
    const behind = withoutEcho(reply, question.frame);
    if (behind.length < reply.length) line.expectEcho();
    if (probe.answers(behind, question)) return { understood: true, notUnderstood };
    if (behind.length === 0) break;
    notUnderstood += behind.length;
  }
  return { understood: false, notUnderstood };
}

/** Past its limit nothing more is asked: what was learned until then counts, and no two questions are ever on the wire at once. */
function learnFrom(
  line: Line,
  probe: Probe,
  question: Question,
  addresses: number,
  clock: Clock,
): Promise<Learned | undefined> {
  const until = clock.now() + LEARN_LIMIT_MS + askingMs(probe, addresses);
  const ask = async (frame: Uint8Array, limitMs = probe.replyLimitMs): Promise<Uint8Array> =>
    clock.now() < until ? line.ask(frame, limitMs) : new Uint8Array(0);
  return probe.learn(ask, question, questionsOf(probe, addresses));
}
