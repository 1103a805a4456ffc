import { afterEach, expect, test } from 'vitest';
import { formFieldSchema } from '../../contract/catalogue/form.ts';
import { isSelfService, type SelfServiceItem } from '../../contract/catalogue/item.ts';
import { ok } from '../../contract/result.ts';
import { catalogue, type OpenedSession, openSession, RECORD } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const words = { zh: '样本', en: 'Sample' };
const plain = catalogue.popular().find(isSelfService);
if (!plain) throw new Error('no popular item');
const FORM = [
  {
    key: 'year',
    type: 'choice',
    label: words,
    choices: [
      { value: 'y2024', label: words },
      { value: 'y2025', label: words },
    ],
  },
  { key: 'ticket', type: 'text', label: words, maxLength: 6 },
  { key: 'phone', type: 'phone', label: words, required: false },
].map((field) => formFieldSchema.parse(field));
const item: SelfServiceItem = { ...plain, machine: { ...plain.machine, form: FORM } };
const around = { catalogue: () => ({ ...catalogue, byCode: () => item }) };

const key = (text: string) => [...text].map((one) => ({ type: 'key', key: one }) as const);

async function atForm(change: Parameters<typeof openSession>[0] = {}): Promise<void> {
  opened = openSession(change, around);
  opened.put('wang-guilan');
  await opened.touch({ type: 'chooseItem', code: item.code });
}

test('one field after the other, then the confirm page with what was filled in', async () => {
  let inputs: unknown;
  await atForm({
    fetch: async (_item, _card, given) => {
      inputs = given;
      return ok(RECORD);
    },
  });
  expect(opened.look().screen).toMatchObject({ name: 'fill', step: 1, steps: 3, field: { key: 'year' } });
  await opened.touch({ type: 'pick', value: 'y2025' }, { type: 'next' }, ...key('a12'), { type: 'next' });
  expect(opened.look().screen).toMatchObject({ name: 'fill', step: 3, field: { key: 'phone' } });
  await opened.touch({ type: 'next' });
  expect(opened.look().screen).toMatchObject({ name: 'confirm', inputs: [{}, { value: { zh: 'a12' } }] });
  await opened.touch({ type: 'confirm' });
  await opened.clock.advance(0);
  expect(inputs).toEqual({ year: 'y2025', ticket: 'a12' });
});

test('a value that does not fit stays with its fault, and the next key takes the fault away', async () => {
  await atForm();
  await opened.touch({ type: 'next' });
  expect(opened.look().screen).toMatchObject({ step: 1, fault: 'missing' });
  await opened.touch({ type: 'pick', value: 'y2030' }, { type: 'next' });
  expect(opened.look().screen).toMatchObject({ step: 1, fault: 'notAChoice' });
  await opened.touch({ type: 'pick', value: 'y2024' });
  expect(opened.look().screen).not.toHaveProperty('fault');
});

test('back goes field by field, keeping what was filled in, and then out of the form', async () => {
  await atForm();
  await opened.touch({ type: 'pick', value: 'y2024' }, { type: 'next' }, ...key('b7'), { type: 'next' });
  await opened.touch({ type: 'back' });
  expect(opened.look().screen).toMatchObject({ step: 2, typed: { text: 'b7' } });
  await opened.touch({ type: 'back' });
  expect(opened.look().screen).toMatchObject({ step: 1, value: 'y2024' });
  await opened.touch({ type: 'back' });
  expect(opened.screen()).toBe('home');
});

test('from the confirm page back into the form', async () => {
  await atForm();
  await opened.touch(
    { type: 'pick', value: 'y2024' },
    { type: 'next' },
    ...key('b7'),
    { type: 'next' },
    { type: 'next' },
  );
  expect(opened.screen()).toBe('confirm');
  await opened.touch({ type: 'back' });
  expect(opened.look().screen).toMatchObject({ name: 'fill', step: 3 });
});

test('nothing of a form is left for the next person', async () => {
  await atForm();
  await opened.touch({ type: 'pick', value: 'y2024' }, { type: 'next' }, ...key('b7'));
  await opened.touch({ type: 'home' }, { type: 'chooseItem', code: item.code });
  expect(opened.look().screen).toMatchObject({ step: 1, value: '' });
});
