import { describe, expect, it } from 'vitest';
import { CVR_SUM_COMMANDS, SDT_COMMANDS, type SdtCommand } from './commands.ts';
import { cvrSumDialect, proofFor, sdtDialect } from './dialect.ts';
import { beginExchange, type ExchangeState, NEW_EXCHANGE, stepExchange } from './exchange.ts';
import type { SdtReply } from './frames.ts';

const IN_STEP: ExchangeState = { phase: 'inStep' };
const reply = (status: number, dataBytes = 0): SdtReply => ({ status, data: new Uint8Array(dataBytes) });
const SDT = sdtDialect({ fingerprint: true, reset: [0x10, 0xff], managementNumber: [0x30, 0x05] });
const { reset: RESET, managementNumber: NUMBER } = SDT;
if (!RESET || !NUMBER) throw new Error('not configured');
const COMMANDS: readonly SdtCommand[] = [...Object.values(SDT_COMMANDS), RESET, NUMBER];
/** Every good reply a command can get. */
const goodReplies = ({ goodStatus, dataBytes }: SdtCommand): SdtReply[] =>
  dataBytes.map((bytes) => reply(goodStatus, bytes));
const awaiting = (command: SdtCommand, from: ExchangeState = IN_STEP): ExchangeState =>
  beginExchange(from, command, SDT);

describe('exchange', () => {
  it.each(COMMANDS)('$name takes its own good replies and nobody else’s', (command) => {
    for (const other of COMMANDS) {
      for (const good of goodReplies(other)) {
        const taken = other === command || (isSelfCheckOrReset(other) && isSelfCheckOrReset(command));
        const step = stepExchange(awaiting(command), { type: 'reply', reply: good });
        expect(step.output?.type).toBe(taken ? 'replied' : 'stale');
      }
    }
  });

  it('a reply that says no is a reply', () => {
    const step = stepExchange(awaiting(SDT_COMMANDS.readBase), { type: 'reply', reply: reply(0x41) });
    expect(step).toEqual({ state: IN_STEP, output: { type: 'replied', reply: reply(0x41) } });
  });

  it.each(COMMANDS)('after a late $name the proof is not answered by it, whatever it says', (command) => {
    const late = stepExchange(awaiting(command), { type: 'deadline' });
    expect(late.output).toEqual({ type: 'failed', reason: 'timeout' });
    expect(() => awaiting(SDT_COMMANDS.findCard, late.state)).toThrow();
    const proof = proofFor(SDT, command);
    const waiting = awaiting(proof, late.state);
    for (const old of [...goodReplies(command), reply(0x80), reply(0x81), reply(0x41), reply(0x91)]) {
      expect(stepExchange(waiting, { type: 'reply', reply: old })).toEqual({
        state: waiting,
        output: { type: 'stale' },
      });
    }
    expect(stepExchange(waiting, { type: 'damaged' })).toEqual({ state: waiting });
    for (const good of goodReplies(proof)) {
      expect(stepExchange(waiting, { type: 'reply', reply: good }).state).toEqual(IN_STEP);
    }
  });

  it('CVR-100AU: a second answer to its only proof is taken for no card', () => {
    const dialect = cvrSumDialect({ replyCheck: 'sum' });
    expect(proofFor(dialect, CVR_SUM_COMMANDS.init)).toBe(CVR_SUM_COMMANDS.init);
    for (const command of [dialect.find, dialect.select, dialect.read]) {
      const waiting = beginExchange(IN_STEP, command, dialect);
      expect(stepExchange(waiting, { type: 'reply', reply: reply(0x90) }).output).toEqual({ type: 'stale' });
    }
  });

  it('a damaged reply fails at once and leaves the machine out of step', () => {
    const step = stepExchange(awaiting(SDT_COMMANDS.readBase), { type: 'damaged' });
    expect(step).toEqual({
      state: { phase: 'outOfStep', owed: SDT_COMMANDS.readBase },
      output: { type: 'failed', reason: 'damaged' },
    });
  });

  it('a reply that nobody asked for is stale', () => {
    expect(stepExchange(IN_STEP, { type: 'reply', reply: reply(0x9f, 4) }).output).toEqual({ type: 'stale' });
  });

  it('a new wire is not trusted before its first proof, and a module that reports a fault is heard', () => {
    const waiting = awaiting(SDT_COMMANDS.samStatus, NEW_EXCHANGE);
    expect(stepExchange(waiting, { type: 'reply', reply: reply(0x66) }).output?.type).toBe('replied');
  });

  it('a wire that ends fails what is asked, once', () => {
    const step = stepExchange(awaiting(SDT_COMMANDS.findCard), { type: 'closed' });
    expect(step).toEqual({ state: { phase: 'closed' }, output: { type: 'failed', reason: 'portGone' } });
    expect(stepExchange(step.state, { type: 'deadline' })).toEqual({ state: { phase: 'closed' } });
  });

  it('a second request before the first reply is a bug', () => {
    expect(() => awaiting(SDT_COMMANDS.selectCard, awaiting(SDT_COMMANDS.findCard))).toThrow();
  });
});

/** Their replies look alike, which is why a late one is never proved away by the other. */
function isSelfCheckOrReset({ name }: SdtCommand): boolean {
  return name === 'samStatus' || name === 'resetSam';
}
