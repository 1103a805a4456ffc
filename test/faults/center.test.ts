import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ErrorCode } from '../../contract/errors.ts';
import type { CenterMode } from '../../scripts/rig/network.ts';
import { type Machine, startMachine } from '../support/machine.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine({
    changeConfig: (config) => ({ ...config, center: { ...config.center, queryTimeoutMs: 1_500 } }),
  });
});
afterEach(async () => {
  machine.rig.network.mode = 'normal';
  await machine.goes();
});
afterAll(() => machine.close());

const answers: readonly [CenterMode, ErrorCode][] = [
  ['error500', 'center.failed'],
  ['html', 'center.badAnswer'],
  ['halfJson', 'center.badAnswer'],
  ['wrongPerson', 'center.wrongPerson'],
  ['slow', 'center.timeout'],
];
test.each(answers)(
  'the center answers %s: “%s”, nothing printed, the transaction kept as failed',
  async (mode, code) => {
    const before = (await machine.reported()).length;
    machine.rig.network.mode = mode;
    await machine.ask();
    expect((await machine.resident.sees('trouble')).code).toBe(code);
    machine.rig.network.mode = 'normal';
    const all = await machine.untilReported(
      (transactions) => transactions.length === before + 1 && transactions.every(({ state }) => state === 'failed'),
    );
    expect(all.map(({ errorCode }) => errorCode)).toContain(code);
    expect(machine.rig.papers.all()).toHaveLength(0);
  },
);

test('somebody whom no department knows is told so', async () => {
  await machine.ask('lin-xiaoman');
  await machine.resident.sees('noRecord');
});
