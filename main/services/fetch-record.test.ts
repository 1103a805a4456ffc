import { expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import { announced, onePage } from '../printing/delivered/testing/raw-pdf.ts';
import { fetchRecord } from './fetch-record.ts';
import { answerTo, DELIVERED, ISSUED, LAID_OUT, serviceParts, WANG } from './testing.ts';

const never = new AbortController().signal;

test('the transaction is on the disk before the center is asked, and has the number of what was issued', async () => {
  let before: unknown[] = [];
  const opened = serviceParts(
    {},
    {
      query: async (request) => {
        before = opened.rows();
        return ok(answerTo(request));
      },
    },
  );
  const fetched = await fetchRecord(opened.parts, LAID_OUT, WANG, {}, never);
  expect(before).toMatchObject([{ state: 'started', number: null }]);
  expect(fetched).toMatchObject({ ok: true, value: { outcome: 'record', document: ISSUED } });
  expect(opened.rows()).toMatchObject([{ state: 'started', number: ISSUED.number }]);
});

test('a department that knows nothing ends the transaction', async () => {
  const opened = serviceParts({}, { query: async (request) => ok(answerTo(request, { outcome: 'noRecord' })) });
  expect(await fetchRecord(opened.parts, LAID_OUT, WANG, {}, never)).toMatchObject({ value: { outcome: 'noRecord' } });
  expect(opened.rows()).toMatchObject([{ state: 'noRecord' }]);
});

test('printed as often as it may be today: the transaction is failed with that code, and has no document', async () => {
  const opened = serviceParts(
    {},
    { query: async (request) => ok(answerTo(request, { outcome: 'limitReached', perDay: 2 })) },
  );
  expect(await fetchRecord(opened.parts, LAID_OUT, WANG, {}, never)).toEqual(err('center.limitReached'));
  expect(opened.rows()).toMatchObject([{ state: 'failed', code: 'center.limitReached', number: null }]);
});

test('a query that fails leaves the transaction failed, with its code', async () => {
  const opened = serviceParts({}, { query: async () => err('center.wrongPerson') });
  expect(await fetchRecord(opened.parts, LAID_OUT, WANG, {}, never)).toEqual(err('center.wrongPerson'));
  expect(opened.rows()).toMatchObject([{ state: 'failed', code: 'center.wrongPerson' }]);
});

test('disk full before the visit: nothing is asked of the center', async () => {
  let asked = 0;
  const opened = serviceParts(
    {},
    {
      query: async (request) => {
        asked++;
        return ok(answerTo(request));
      },
    },
  );
  opened.fillDisk();
  let told = '';
  // What is free on the last page is used up first.
  for (let visit = 0; visit < 200 && told === ''; visit++) {
    const before = asked;
    const fetched = await fetchRecord(opened.parts, LAID_OUT, WANG, {}, never);
    if (!fetched.ok && asked === before) told = fetched.error;
  }
  expect(told).toBe('core.storeFailed');
});

test('a finished PDF comes checked', async () => {
  const pdf = onePage();
  const delivered = announced(pdf);
  const opened = serviceParts(
    {},
    { query: async (request) => ok(answerTo(request, { delivered })), fetchDelivered: async () => ok(pdf) },
  );
  expect(await fetchRecord(opened.parts, DELIVERED, WANG, {}, never)).toMatchObject({ value: { delivered: pdf } });
});

test.each([
  ['with active content', onePage('/OpenAction << /S /JavaScript /JS (x) >>'), 1],
  ['with more pages than announced', onePage(), 2],
])('a finished PDF %s is refused, and the transaction failed', async (_, pdf, pages) => {
  const delivered = announced(pdf, pages);
  const opened = serviceParts(
    {},
    { query: async (request) => ok(answerTo(request, { delivered })), fetchDelivered: async () => ok(pdf) },
  );
  expect(await fetchRecord(opened.parts, DELIVERED, WANG, {}, never)).toEqual(err('center.badDocument'));
  expect(opened.rows()).toMatchObject([{ state: 'failed', code: 'center.badDocument' }]);
});

test('an item with a finished PDF and an answer without one is a bad answer', async () => {
  const opened = serviceParts();
  expect(await fetchRecord(opened.parts, DELIVERED, WANG, {}, never)).toEqual(err('center.badAnswer'));
});

test('an answer that comes when nobody waits any more leaves nothing open', async () => {
  const left = new AbortController();
  const opened = serviceParts(
    {},
    {
      query: async (request) => {
        left.abort();
        return ok(answerTo(request));
      },
    },
  );
  await fetchRecord(opened.parts, LAID_OUT, WANG, {}, left.signal);
  expect(opened.rows()).toMatchObject([{ state: 'abandoned' }]);
});
