import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueItem, SelfServiceItem } from '../../contract/catalogue/item.ts';
import type { Sample } from '../../contract/catalogue/sample.ts';
import type { DocumentTemplate, ValueFormat } from '../../contract/catalogue/template.ts';
import { answeredItems } from './answered-items.ts';
import { asOf } from './as-of.ts';
import { selfServiceItems } from './catalogue-rig.ts';
import { planOf, recordFromTemplate } from './from-template.ts';
import { anyDay, people, rowsOf, runs } from './records-rig.ts';

const words = { zh: '样', en: 'sample' };
const field = (key: string, format: ValueFormat, sample?: Sample) => ({
  key,
  format,
  label: words,
  ...(sample && { sample }),
});
const column = (key: string, format: ValueFormat, sample?: Sample) => ({
  ...field(key, format, sample),
  width: 1,
  align: 'left' as const,
});

type Table = DocumentTemplate['tables'][number];
const template = (
  subject: DocumentTemplate['subject'],
  columns: Table['columns'],
  rows: [number, number] = [4, 4],
) => ({
  title: words,
  subject,
  tables: [{ key: 'entries', title: words, columns, sampleRows: rows }],
  notes: [],
  sealOwner: '样本局',
});

/** An item of the catalogue with another form. */
function itemWith(form: SelfServiceItem['machine']['form']): SelfServiceItem {
  const [item] = selfServiceItems().filter(({ machine }) => machine.identity === 'card');
  if (item === undefined) throw new Error('the catalogue has no item');
  const { sampleHolders: _, ...binding } = item.machine.binding;
  return { ...item, machine: { ...item.machine, who: ['holder'], form, binding } };
}

const period = { key: 'period', type: 'monthRange', label: words, required: false, maxMonths: 24 } as const;
const [person] = people;

const made = (of: DocumentTemplate, day: Date, inputs = {}) => {
  const record = recordFromTemplate(planOf(of), {
    item: itemWith([period]),
    person: person ?? null,
    inputs,
    at: asOf(day),
  });
  if (record === null) throw new Error('expected a record');
  return record;
};

const months = template(
  [field('opening', 'integer', { range: [100, 200] }), field('used', 'integer', { sum: 'entries.usage' })],
  [
    column('month', 'month', { months: true, input: 'period' }),
    column('before', 'integer', { total: ['reading', '-usage'] }),
    column('reading', 'integer', { running: { start: 'opening', plus: ['usage'], minus: [] } }),
    column('usage', 'integer', { range: [5, 60] }),
  ],
);

const wallet = template(
  [field('opening', 'money', { range: [5000, 6000] })],
  [
    column('date', 'date', { dates: [3, 9] }),
    column('spent', 'money', { range: [100, 900] }),
    column('balance', 'money', { running: { start: 'opening', plus: [], minus: ['spent'] } }),
  ],
  [3, 6],
);

const on = (day: string): Date => new Date(`${day}T02:00:00Z`);

describe('months', () => {
  it('are the newest complete ones, and what runs on runs on from what stands at the head', () => {
    const record = made(months, on('2026-11-21'));
    const rows = rowsOf(record, 'entries');
    expect(rows.map(({ month }) => month)).toEqual(['2026-07', '2026-08', '2026-09', '2026-10']);
    expect(rows[0]?.before).toBe(record.subject.opening);
    expect(rows.slice(1).map(({ before }) => before)).toEqual(rows.slice(0, -1).map(({ reading }) => reading));
  });

  it('are those that were asked for, and each is the same in whichever question', () => {
    const wide = rowsOf(made(months, on('2026-11-21'), { period: '2026-01/2026-08' }), 'entries');
    const narrow = rowsOf(made(months, on('2026-12-02'), { period: '2026-03/2026-04' }), 'entries');
    expect(wide).toHaveLength(8);
    expect(narrow).toEqual(wide.slice(2, 4));
  });
});

describe('days', () => {
  it('an account that only becomes less never falls below nothing, and no day that was given changes', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (day, later) => {
        const record = made(wallet, day);
        const rows = rowsOf(record, 'entries');
        expect(rows.length).toBeGreaterThanOrEqual(3);
        let balance = Number(record.subject.opening);
        for (const row of rows) {
          balance -= Number(row.spent);
          expect(row.balance).toBe(balance);
          expect(balance).toBeGreaterThanOrEqual(0);
          expect(String(row.date) <= asOf(day).today).toBe(true);
        }
        const after = rowsOf(made(wallet, new Date(day.getTime() + later * 86_400_000)), 'entries');
        const given = new Map(rows.map((row) => [row.date, row]));
        for (const row of after) if (given.has(row.date)) expect(row).toEqual(given.get(row.date));
      }),
      runs,
    );
  });

  it('so many days ago is between its bounds on every day, and stays where it is from one day to the next', () => {
    const ago = template([field('since', 'date', { dateAgo: [40, 400] })], [column('name', 'text', { fixed: '样' })]);
    const seen = new Set<unknown>();
    for (let day = 0; day < 100; day++) {
      const at = new Date(on('2026-11-21').getTime() + day * 86_400_000);
      const { since } = made(ago, at).subject;
      const days = (at.getTime() - on(String(since)).getTime()) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(40);
      expect(days).toBeLessThanOrEqual(400);
      seen.add(since);
    }
    expect(seen.size).toBeLessThanOrEqual(2);
  });
});

describe('a field without a sample', () => {
  it('gets a value of its format', () => {
    const formats = ['text', 'money', 'date', 'month', 'integer', 'idNumber', 'name'] as const;
    const bare = template(
      formats.map((format) => field(`the${format}`, format)),
      [column('state', 'text')],
    );
    const { subject, tables } = made(bare, on('2026-11-21'));
    expect(subject).toMatchObject({ theidNumber: person?.card.idNumber, thename: person?.card.name, thetext: null });
    expect(subject.themonth).toMatch(/^\d{4}-\d{2}$/);
    expect(tables.entries?.[0]).toEqual({ state: '正常' });
  });
});

describe('a template that cannot be made is refused when it is loaded', () => {
  const columns = [column('amount', 'money', { range: [1, 9] })];
  const wrong: readonly (readonly [string, DocumentTemplate, string])[] = [
    [
      'facts in a circle',
      template([field('a', 'money', { total: ['b'] }), field('b', 'money', { total: ['-a'] })], columns),
      'circle: a → b → a',
    ],
    [
      'columns in a circle',
      template([], [column('a', 'money', { total: ['b'] }), column('b', 'money', { total: ['a'] })]),
      'circle',
    ],
    [
      'a table and a fact in a circle',
      template([field('all', 'money', { sum: 'entries.part' })], [column('part', 'money', { total: ['all'] })]),
      'circle',
    ],
    ['a column that is not there', template([field('a', 'money', { sum: 'entries.cost' })], columns), 'entries.cost'],
    ['a table that is not there', template([field('a', 'integer', { count: 'visits' })], columns), 'visits'],
    ['a fact that is not there', template([], [column('a', 'money', { total: ['fee'] })]), 'fee'],
  ];
  it.each(wrong)('%s', (_name, broken, said) => {
    expect(() => planOf(broken)).toThrow(said);
  });

  it('and told with its item, while the others are answered', () => {
    const [, broken] = wrong[0] ?? [];
    const good = itemWith([]);
    if (broken === undefined) throw new Error('no broken template');
    const bad: CatalogueItem = {
      ...good,
      code: '310000000099',
      machine: { ...good.machine, document: { kind: 'layout', template: broken } },
    };
    expect(() => answeredItems([bad])).toThrow('item/310000000099: samples need each other in a circle');
    const said: string[] = [];
    const items = answeredItems([bad, good], ({ message }) => said.push(message));
    expect([items(bad.code), items(good.code)?.itemCode, said.length]).toEqual([undefined, good.code, 1]);
  });
});
