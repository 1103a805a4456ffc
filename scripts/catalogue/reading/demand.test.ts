import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withDemand } from './demand.ts';
import { type Fault, faultText } from './fault.ts';
import { rowOrigin } from './origin.ts';
import type { MadeItem } from './read-department.ts';

const made = (zh: string): MadeItem => ({
  origin: rowOrigin('items.tsv', 2, { zh }),
  // Only the name and the demand are looked at; the item is checked against its schema later.
  item: { name: { zh, en: 'An item' }, demand: 20 } as MadeItem['item'],
});

describe('demand of the items', () => {
  let folder = '';
  let faults: Fault[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demand-'));
    faults = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const counted = (text: string): readonly number[] => {
    const file = join(folder, 'demand.json');
    writeFileSync(file, text);
    return withDemand([made('居住证申领'), made('养犬登记')], file, (fault) => faults.push(fault)).map(
      ({ item }) => item.demand,
    );
  };

  it('is what was counted, and stays as it is for what was not', () => {
    expect(counted('{ "居住证申领": 76 }')).toEqual([76, 20]);
    expect(faults).toEqual([]);
  });

  it('stays as it is without the file', () => {
    const items = [made('居住证申领')];

    expect(withDemand(items, join(folder, 'none.json'), (fault) => faults.push(fault))).toEqual(items);
    expect(faults).toEqual([]);
  });

  it('of a name that no item has is a fault, told at its line', () => {
    counted('{\n  "居住证申领": 76,\n  "居住证申请": 50\n}');

    expect(faults.map(faultText)).toEqual([expect.stringContaining('demand.json:3: 居住证申请: 50: expected')]);
  });

  it('beyond a hundred is a fault', () => {
    counted('{ "居住证申领": 101 }');

    expect(faults).toHaveLength(1);
  });
});
