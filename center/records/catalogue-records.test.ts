import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkInputs } from '../../contract/catalogue/form-check.ts';
import type { SelfServiceItem } from '../../contract/catalogue/item.ts';
import { type ServiceRecord, serviceRecordSchema } from '../../contract/record.ts';
import type { SpecimenPerson } from '../../contract/specimen.ts';
import { answeredItems } from './answered-items.ts';
import { asOf } from './as-of.ts';
import { filledIn, selfServiceItems, templateOf } from './catalogue-rig.ts';
import { recordKind } from './record-kinds.ts';
import { people, rowsOf, total } from './records-rig.ts';

const DAY = new Date('2026-11-21T02:00:00Z');
const items = selfServiceItems();
const answered = answeredItems(items);

const made = (item: SelfServiceItem, person: SpecimenPerson | null, day = DAY): ServiceRecord | null =>
  answered(item.code)?.make(person, filledIn(item.machine.form), asOf(day)) ?? null;

const askers = ({ machine }: SelfServiceItem): readonly (SpecimenPerson | null)[] =>
  machine.identity === 'none' ? [null] : people;

/** Every record that there is, of the items that are answered from their template. */
const every = items
  .filter(({ code }) => recordKind(code) === undefined)
  .flatMap((item) => askers(item).map((person) => ({ item, person, record: made(item, person) })))
  .flatMap(({ record, ...rest }) => (record === null ? [] : [{ ...rest, record }]));

/** Looks at every record; a failure names the item. */
function always(look: (record: ServiceRecord, item: SelfServiceItem) => void): void {
  for (const { item, person, record } of every) {
    try {
      look(record, item);
    } catch (error) {
      throw new Error(`${item.code} ${item.name.zh}, ${person?.id ?? 'public'}`, { cause: error });
    }
  }
}

describe('the whole catalogue is answered', () => {
  it('every item that ends at the machine has a record for somebody, or for everybody', () => {
    expect(items.length).toBeGreaterThan(230);
    const nobody = items.filter((item) => askers(item).every((person) => made(item, person) === null));
    expect(nobody.map(({ code, name }) => `${code} ${name.zh}`)).toEqual([]);
  });

  it('a form that is filled in well is taken', () => {
    const wrong = items.flatMap(({ code, machine: { form } }) => {
      const fault = checkInputs(form, filledIn(form), '2026-11-21');
      return fault ? [`${code} ${fault.key} ${fault.fault}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('a record has exactly the keys of its template and values of its formats', () => {
    always((record, item) => {
      serviceRecordSchema.parse(record);
      const template = templateOf(item);
      expect(Object.keys(record.subject)).toEqual(template?.subject.map(({ key }) => key));
      expect(Object.keys(record.tables)).toEqual(template?.tables.map(({ key }) => key));
      const rows = [{ fields: template?.subject ?? [], row: record.subject }].concat(
        (template?.tables ?? []).flatMap(({ key, columns }) =>
          rowsOf(record, key).map((row) => ({ fields: columns, row })),
        ),
      );
      for (const { fields, row } of rows) {
        expect(Object.keys(row)).toEqual(fields.map(({ key }) => key));
        for (const { key, format } of fields) {
          const value = row[key];
          if (value === null) continue;
          if (format === 'money' || format === 'integer') expect(Number.isSafeInteger(value)).toBe(true);
          else if (format === 'month') expect(value).toMatch(/^\d{4}-\d{2}$/);
          else if (format === 'date') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          else expect(typeof value).toBe('string');
        }
      }
    });
  });

  it('has the name and number of whoever asked, and of nobody in public information', () => {
    for (const { person, record } of every) {
      if ('idNumber' in record.subject) expect(record.subject.idNumber).toBe(person?.card.idNumber ?? null);
    }
  });
});

describe('what an official would look at', () => {
  const samplesOf = (item: SelfServiceItem) => templateOf(item)?.subject ?? [];

  it('sums at the head are those of the rows', () => {
    let looked = 0;
    always((record, item) => {
      for (const { key, sample } of samplesOf(item)) {
        if (!sample || !('sum' in sample)) continue;
        const [table = '', column = ''] = sample.sum.split('.');
        expect(record.subject[key]).toBe(total(rowsOf(record, table), column));
        looked++;
      }
    });
    expect(looked).toBeGreaterThan(100);
  });

  it('a number at the head with the name of a column of money is what the column adds up to, or where it ends', () => {
    always((record, item) => {
      for (const { key, columns } of templateOf(item)?.tables ?? []) {
        const running = columns.find(({ sample }) => sample && 'running' in sample);
        for (const column of columns.filter(({ format }) => format === 'money')) {
          const head = record.subject[column.key];
          if (typeof head !== 'number') continue;
          const rows = rowsOf(record, key);
          if (column !== running) expect(head).toBe(total(rows, column.key));
          else if (rows.length > 0) expect(head).toBe(rows.at(-1)?.[column.key]);
        }
      }
    });
  });

  it('a balance is the one before, plus and minus what its row says, and never below nothing', () => {
    let looked = 0;
    always((record, item) => {
      for (const { key, columns } of templateOf(item)?.tables ?? []) {
        for (const column of columns) {
          const { sample } = column;
          if (!sample || !('running' in sample)) continue;
          let balance = Number(record.subject[sample.running.start]);
          for (const row of rowsOf(record, key)) {
            for (const plus of sample.running.plus) balance += Number(row[plus]);
            for (const minus of sample.running.minus) balance -= Number(row[minus]);
            expect(row[column.key]).toBe(balance);
            expect(balance).toBeGreaterThanOrEqual(0);
            looked++;
          }
        }
      }
    });
    expect(looked).toBeGreaterThan(100);
  });

  it('days and months of a table rise, and none lies ahead', () => {
    always((record, item) => {
      for (const { key, columns } of templateOf(item)?.tables ?? []) {
        const time = columns.find(({ sample }) => sample && ('months' in sample || 'dates' in sample));
        if (!time) continue;
        const whens = rowsOf(record, key).map((row) => String(row[time.key]));
        expect(whens).toEqual(whens.toSorted());
        for (const when of whens) expect(when <= '2026-11-21').toBe(true);
      }
    });
  });

  it('a public list names nothing twice', () => {
    always((record, { machine }) => {
      if (machine.identity !== 'none') return;
      for (const rows of Object.values(record.tables)) {
        const names = rows.flatMap(({ name }) => (name === undefined ? [] : [name]));
        expect(new Set(names).size).toBe(names.length);
      }
    });
  });

  it('only the months that were asked for are listed', () => {
    let looked = 0;
    always((record, item) => {
      const fields = item.machine.form.filter(({ type }) => type === 'monthRange');
      if (fields.length !== 1) return;
      const [from = '', to = ''] = (filledIn(item.machine.form)[fields[0]?.key ?? ''] ?? '').split('/');
      for (const { key, columns } of templateOf(item)?.tables ?? []) {
        const time = columns.find(({ sample }) => sample && ('months' in sample || 'dates' in sample));
        for (const row of time ? rowsOf(record, key) : []) {
          const month = String(row[time?.key ?? '']).slice(0, 7);
          expect(from <= month && month <= to).toBe(true);
          looked++;
        }
      }
    });
    expect(looked).toBeGreaterThan(10);
  });
});

describe('a life decides what there is', () => {
  it('nobody has a record that does not fit their life, and whom nobody knows has none', () => {
    for (const { item, person } of every) {
      const { identity, binding } = item.machine;
      if (identity === 'none') continue;
      expect(person?.life).not.toBe('unknown');
      const lives: readonly string[] = binding.sampleHolders ?? [person?.life ?? ''];
      const abroad = person?.card.kind !== 'resident' && lives.includes('visitor');
      expect(abroad || lives.includes(person?.life ?? '')).toBe(true);
    }
  });
});

const digestOf = (day: Date): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map((item) => askers(item).map((person) => made(item, person, day)))))
    .digest('hex');

describe('the same answers twice', () => {
  it('another process gives the very same records', () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { answeredItems } from './center/records/answered-items.ts';
      import { asOf } from './center/records/as-of.ts';
      import { filledIn, selfServiceItems } from './center/records/catalogue-rig.ts';
      import { loadPeople } from './center/people.ts';
      const items = selfServiceItems();
      const answered = answeredItems(items);
      const at = asOf(new Date(${DAY.getTime()}));
      const made = items.map(({ code, machine }) => (machine.identity === 'none' ? [null] : loadPeople().all)
        .map((person) => answered(code).make(person, filledIn(machine.form), at)));
      process.stdout.write(createHash('sha256').update(JSON.stringify(made)).digest('hex'));`;
    const cwd = new URL('../../', import.meta.url).pathname;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd, encoding: 'utf8' });
    expect(said).toBe(digestOf(DAY));
  });

  it.each([1, 63, 400])('a month or a day once given is the same %d days later', (days) => {
    const later = new Date(DAY.getTime() + days * 86_400_000);
    for (const { item, person, record } of every) {
      const after = made(item, person, later);
      for (const { key, columns } of templateOf(item)?.tables ?? []) {
        const time = columns.find(({ sample }) => sample && ('months' in sample || 'dates' in sample));
        if (!time) continue;
        const then = new Map(rowsOf(after, key).map((row) => [row[time.key], row]));
        for (const row of rowsOf(record, key)) {
          const again = then.get(row[time.key]);
          if (again) expect(again, `${item.code} ${item.name.zh}`).toEqual(row);
        }
      }
    }
  });
});
