import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelfServiceItem } from '../../contract/catalogue/item.ts';
import { serviceRecordSchema } from '../../contract/record.ts';
import { asOf } from './as-of.ts';
import { selfServiceItems } from './catalogue-rig.ts';
import { RECORD_KINDS, recordKind } from './record-kinds.ts';
import { anyDay, anyKind, anyone, recordOf, rowsOf, runs } from './records-rig.ts';

const items = selfServiceItems().filter(({ code }) => recordKind(code) !== undefined);

describe('records and catalogue fit each other', () => {
  it('every record kind has its item, under its title', () => {
    const titleOf = ({ machine: { document } }: SelfServiceItem) =>
      (document.kind === 'layout' ? document.template.title : document.title).zh;
    const inCatalogue = items.map((item) => `${item.code} ${titleOf(item)}`);
    expect(RECORD_KINDS.map(({ itemCode, title }) => `${itemCode} ${title}`).toSorted()).toEqual(
      inCatalogue.toSorted(),
    );
  });

  it('a record has exactly the keys of its template, for anyone on any day', () => {
    fc.assert(
      fc.property(anyone, anyKind, anyDay, (person, kind, day) => {
        const record = kind.make(person, asOf(day));
        const document = items.find(({ code }) => code === kind.itemCode)?.machine.document;
        if (record === null || document?.kind !== 'layout') return;
        serviceRecordSchema.parse(record);
        expect(Object.keys(record.subject).toSorted()).toEqual(
          document.template.subject.map(({ key }) => key).toSorted(),
        );
        expect(Object.keys(record.tables)).toEqual(document.template.tables.map(({ key }) => key));
        for (const { key, columns } of document.template.tables) {
          for (const row of rowsOf(record, key)) {
            expect(Object.keys(row).toSorted()).toEqual(columns.map((column) => column.key).toSorted());
            for (const column of columns) {
              const value = row[column.key];
              if (value === null) continue;
              if (column.format === 'money' || column.format === 'integer')
                expect(Number.isSafeInteger(value)).toBe(true);
              if (column.format === 'month') expect(value).toMatch(/^\d{4}-\d{2}$/);
              if (column.format === 'date') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
            }
          }
        }
      }),
      runs,
    );
  });
});

describe('a life decides what there is', () => {
  const has = (personId: string): string[] =>
    RECORD_KINDS.filter(({ itemCode }) => recordOf(personId, itemCode) !== null).map(({ itemCode }) => itemCode);

  it('ten years by month for the long documents', () => {
    for (const personId of ['wang-guilan', 'li-jianguo']) {
      expect(recordOf(personId, '310025000101')?.tables.months).toHaveLength(120);
    }
  });

  it('a pensioner has a pension and no contributions', () => {
    expect(has('wang-guilan')).toEqual(['310025000101', '310014000102', '310009000102', '310025000102']);
  });

  it('a pensioner of eight years has the contributions before, and none since', () => {
    expect(recordOf('ouyang-minghua', '310014000101')?.subject.periodTo).toBe('2018-09');
    expect(recordOf('ouyang-minghua', '310014000102')?.subject.periodFrom).toBe('2018-10');
  });

  it('somebody from another province has a residence permit, somebody from here has none', () => {
    expect(has('chen-xiaoyu')).toContain('310009000101');
    expect(has('li-jianguo')).not.toContain('310009000101');
  });

  it('a person whom no department knows has nothing', () => {
    expect(has('lin-xiaoman')).toEqual([]);
  });
});
