import { expect, test } from 'vitest';
import { startPrinting } from './test-printing.ts';

test('the printer loses its power on the second page and comes back without the job', async () => {
  const { print, simulator, papers, row } = await startPrinting();
  await simulator.set('lose-job', 1);
  expect(await print().outcome).toEqual({ outcome: 'unknown', code: 'printer.jobLost' });
  expect(papers).toEqual([]);
  expect(row('p-1')).toMatchObject({ state: 'unknown', settled: true });
});

test('the printer loses its power after the last page: paper lies there, but nothing proves it', async () => {
  const { print, simulator, papers } = await startPrinting();
  await simulator.set('lose-job', 3);
  expect(await print().outcome).toEqual({ outcome: 'unknown', code: 'printer.jobLost' });
  expect(papers).toHaveLength(1);
});

test('the printer is gone before the print: told, and printed once it is back', async () => {
  const { print, simulator, papers } = await startPrinting();
  await simulator.unplug();
  const { outcome, progress } = print();
  await expect.poll(() => progress.at(-1), { timeout: 5_000 }).toEqual({ impressions: 0, trouble: 'printer.offline' });
  await simulator.plug();
  expect(await outcome).toEqual({ outcome: 'printed', impressions: 3 });
  expect(papers).toHaveLength(1);
});

test('the printer is gone for ever before the print: given up, and certainly nothing printed', async () => {
  const { print, simulator, row } = await startPrinting();
  await simulator.unplug();
  const { outcome, progress, giveUp } = print();
  await expect.poll(() => progress.length, { timeout: 5_000 }).toBeGreaterThan(0);
  giveUp();
  expect(await outcome).toEqual({ outcome: 'notPrinted', code: 'printer.offline' });
  expect(row('p-1')).toMatchObject({ state: 'notPrinted', errorCode: 'printer.offline', settled: true });
});

test('the printer is gone for ever and nobody gives up: the print ends by itself', async () => {
  const { print, simulator } = await startPrinting({ HELD_UP_LIMIT_MS: 150 });
  await simulator.unplug();
  expect(await print().outcome).toEqual({ outcome: 'notPrinted', code: 'printer.offline' });
});

test('the printer falls silent on the second page for ever: given up as unknown, and still to be settled', async () => {
  const { print, simulator, row } = await startPrinting();
  await simulator.set('media-empty', 1);
  const { outcome, progress, giveUp } = print();
  await expect.poll(() => progress.at(-1)?.impressions, { timeout: 5_000 }).toBe(1);
  await simulator.unplug('silent');
  await expect.poll(() => progress.at(-1)?.trouble, { timeout: 5_000 }).toBe('printer.offline');
  giveUp();
  expect(await outcome).toEqual({ outcome: 'unknown', code: 'printer.offline' });
  expect(row('p-1')).toMatchObject({ state: 'unknown', settled: false });
  // It wakes: what was given up is canceled in the background and must not come out for the next person.
  await simulator.plug();
  await expect.poll(() => row('p-1')?.settled, { timeout: 5_000 }).toBe(true);
  expect(row('p-1')).toMatchObject({ state: 'unknown', errorCode: 'printer.jobFailed' });
});

test('the printer is gone for ever on the second page: given up as unknown', async () => {
  const { print, simulator, row, papers } = await startPrinting();
  await simulator.set('media-empty', 1);
  const { outcome, progress, giveUp } = print();
  await expect.poll(() => progress.at(-1)?.impressions, { timeout: 5_000 }).toBe(1);
  await simulator.unplug();
  await expect.poll(() => progress.at(-1)?.trouble, { timeout: 5_000 }).toBe('printer.offline');
  giveUp();
  expect(await outcome).toEqual({ outcome: 'unknown', code: 'printer.offline' });
  expect(row('p-1')).toMatchObject({ state: 'unknown', errorCode: 'printer.offline', settled: false });
  expect(papers).toEqual([]);
});
