import { describe, expect, it } from 'vitest';
import { SDT_COMMANDS, type SdtCommandName } from './commands.ts';
import { beginExchange, type ExchangeState, NEW_EXCHANGE, proofFor, stepExchange } from './exchange.ts';
import type { SdtReply } from './frames.ts';

const IN_STEP: ExchangeState = { phase: 'inStep' };
const reply = (status: number, dataBytes = 0): SdtReply => ({ status, data: new Uint8Array(dataBytes) });
const GOOD: Readonly<Record<SdtCommandName, SdtReply>> = {
  samStatus: reply(0x90),
  samId: reply(0x90, 16),
  findCard: reply(0x9f, 4),
  selectCard: reply(0x90, 8),
  readBase: reply(0x90, 1284),
  latestAddress: reply(0x90, 70),
};
const NAMES = Object.keys(GOOD) as SdtCommandName[];
const awaiting = (name: SdtCommandName, from = IN_STEP): ExchangeState => beginExchange(from, SDT_COMMANDS[name]);

describe('exchange', () => {
  it.each(NAMES)('%s takes its own good reply and nobody else’s', (name) => {
    for (const other of NAMES) {
      const step = stepExchange(awaiting(name), { type: 'reply', reply: GOOD[other] });
      expect(step.output?.type).toBe(other === name ? 'replied' : 'stale');
    }
  });

  it('a reply that says no is a reply', () => {
    const step = stepExchange(awaiting('readBase'), { type: 'reply', reply: reply(0x41) });
    expect(step).toEqual({ state: IN_STEP, output: { type: 'replied', reply: reply(0x41) } });
  });

  it.each(NAMES)('after a late %s the proof is not answered by it, whatever it says', (name) => {
    const late = stepExchange(awaiting(name), { type: 'deadline' });
    expect(late.output).toEqual({ type: 'failed', reason: 'timeout' });
    expect(() => beginExchange(late.state, SDT_COMMANDS.findCard)).toThrow();
    const proof = proofFor(name);
    const waiting = beginExchange(late.state, proof);
    for (const old of [GOOD[name], reply(0x80), reply(0x81), reply(0x41), reply(0x91)]) {
      expect(stepExchange(waiting, { type: 'reply', reply: old })).toEqual({
        state: waiting,
        output: { type: 'stale' },
      });
    }
    expect(stepExchange(waiting, { type: 'damaged' })).toEqual({ state: waiting });
    expect(stepExchange(waiting, { type: 'reply', reply: GOOD[proof.name] }).state).toEqual(IN_STEP);
  });

  it('a damaged reply fails at once and leaves the machine out of step', () => {
    const step = stepExchange(awaiting('readBase'), { type: 'damaged' });
    expect(step).toEqual({
      state: { phase: 'outOfStep', owed: 'readBase' },
      output: { type: 'failed', reason: 'damaged' },
    });
  });

  it('a reply that nobody asked for is stale', () => {
    expect(stepExchange(IN_STEP, { type: 'reply', reply: GOOD.findCard }).output).toEqual({ type: 'stale' });
  });

  it('a new wire is not trusted before its first proof, and a module that reports a fault is heard', () => {
    const waiting = beginExchange(NEW_EXCHANGE, proofFor(undefined));
    expect(stepExchange(waiting, { type: 'reply', reply: reply(0x66) }).output?.type).toBe('replied');
  });

  it('a wire that ends fails what is asked, once', () => {
    const step = stepExchange(awaiting('findCard'), { type: 'closed' });
    expect(step).toEqual({ state: { phase: 'closed' }, output: { type: 'failed', reason: 'portGone' } });
    expect(stepExchange(step.state, { type: 'deadline' })).toEqual({ state: { phase: 'closed' } });
  });

  it('a second request before the first reply is a bug', () => {
    expect(() => beginExchange(awaiting('findCard'), SDT_COMMANDS.selectCard)).toThrow();
  });
});
