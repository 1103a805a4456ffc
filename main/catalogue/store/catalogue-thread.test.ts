import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCatalogueThread } from './catalogue-thread.ts';
import { entriesOf } from './testing/sample-entries.ts';
import { answerOf, bundleOf, expecting, openCatalogueFile, signer, temporary } from './testing/signed.ts';
import { catalogueVersions } from './versions.ts';

const by = signer();

function opened() {
  const directory = temporary();
  const versions = catalogueVersions(openCatalogueFile(directory));
  const thread = openCatalogueThread(() => undefined);
  onTestFinished(() => thread.close());
  const task = (version: number) =>
    ({
      kind: 'answer',
      path: join(directory, 'catalogue.sqlite'),
      bytes: answerOf(bundleOf(version, entriesOf(20)), by),
      expected: expecting(by, version - 1),
    }) as const;
  return { versions, thread, task };
}

test('one thread does one version after the other, seen by the connection that reads', async () => {
  const { versions, thread, task } = opened();
  for (const version of [1, 2, 3]) {
    expect(await thread.run(task(version))).toMatchObject({ ok: true, value: { outcome: 'applied', version } });
    expect(versions.numbers().current).toBe(version);
  }
});

test('called off in the middle it rejects and leaves what was there; the next call starts another thread', async () => {
  const { versions, thread, task } = opened();
  await thread.run(task(1));
  const end = new AbortController();
  const running = thread.run(task(2), end.signal);
  end.abort();
  await expect(running).rejects.toThrow('was ended');
  expect([1, 2]).toContain(versions.numbers().current);
  expect(await thread.run(task(3))).toMatchObject({ ok: true });
  await thread.close();
  await thread.close();
});

test('a database that is not there is the disk’s fault, not a bug', async () => {
  const { thread, task } = opened();
  const lost = { ...task(1), path: join(temporary(), 'catalogue.sqlite') };
  expect(await thread.run(lost)).toMatchObject({ ok: false, error: { reason: 'storeFailed' } });
});
