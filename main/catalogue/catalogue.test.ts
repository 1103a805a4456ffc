import { describe, expect, it } from 'vitest';
import type { CatalogueEntries } from '../../contract/catalogue/checked.ts';
import type { Profile } from '../../contract/catalogue/entries.ts';
import { isSelfService } from '../../contract/catalogue/item.ts';
import { buildCatalogue, type Site } from './catalogue.ts';
import { seedCatalogue, seedEntries } from './testing.ts';

const SITE: Site = { kioskId: '310120-0042', division: '310120' };
const NO_SEARCH = { find: () => ({ hits: [], total: 0 }) };
const entries = seedEntries();
const [first, second] = entries.items;
if (!first || !second) throw new Error('the seed has no items');

const profile = (change: Partial<Profile>): Profile => ({
  id: 'default',
  popular: [],
  notHere: [],
  suspended: [],
  demand: {},
  ...change,
});
const withProfiles = (...profiles: Profile[]): CatalogueEntries => ({ ...entries, profiles });
const REASON = { zh: '系统升级', en: 'Upgrade' };

describe('the catalogue as shipped', () => {
  const catalogue = seedCatalogue();

  it('has at least 1,300 items, and at least 200 of them end at the machine', () => {
    expect(catalogue.items.length).toBeGreaterThanOrEqual(1300);
    expect(catalogue.items.filter(isSelfService).length).toBeGreaterThanOrEqual(200);
    expect(catalogue.about.sample).toBe(true);
  });

  it('has the bundles, each naming its parts, and the items of two other regions', () => {
    const bundles = catalogue.byDepartment('bundles');
    expect(bundles.length).toBeGreaterThanOrEqual(42);
    expect(bundles.filter(({ parts }) => (parts ?? []).length < 2)).toEqual([]);
    expect(catalogue.byDepartment('jiangyin')).toHaveLength(52);
    expect(catalogue.byDepartment('huicheng')).toHaveLength(69);
  });

  it('prints with at least twelve templates', () => {
    const titles = new Set(entries.items.flatMap((item) => (isSelfService(item) ? item.machine.document.kind : [])));
    expect(titles).toEqual(new Set(['layout', 'delivered']));
    expect(entries.templates.filter(({ id }) => !id.startsWith('paper-')).length).toBeGreaterThanOrEqual(12);
  });

  it('starts the home page with the medical-insurance account, and every popular item is there', () => {
    expect(catalogue.popular()[0]?.name.zh).toBe('医保个人账户查询');
    expect(catalogue.popular().length).toBeGreaterThanOrEqual(6);
  });

  it('has every item in its department, and none is called as another is', () => {
    for (const { id } of catalogue.departments()) expect(catalogue.byDepartment(id).length).toBeGreaterThan(0);
    const browsed = catalogue.departments().flatMap(({ id }) => catalogue.byDepartment(id));
    expect(browsed).toHaveLength(catalogue.items.length);
    expect(new Set(catalogue.items.map(({ name }) => name.zh)).size).toBe(catalogue.items.length);
    expect(catalogue.byCode('310000000000')).toBeUndefined();
    expect(catalogue.byDepartment('nobody')).toEqual([]);
  });

  it('no dead end: whatever does not end here has its guide and one more way', () => {
    const stuck = catalogue.items.filter(
      ({ guide, handledBy }) => guide.offers.length < 2 || guide.steps.length === 0 || handledBy.phone === '',
    );
    expect(stuck).toEqual([]);
    const nowhere = catalogue.items.filter(
      (item) => item.guide.offers.includes('nearest') && catalogue.nearest(item).length === 0,
    );
    expect(nowhere.map(({ name }) => name.zh)).toEqual([]);
  });

  it('names every key of a document once', () => {
    for (const item of catalogue.items) {
      if (!isSelfService(item) || item.machine.document.kind === 'delivered') continue;
      const { subject, tables } = item.machine.document.template;
      for (const fields of [subject, tables, ...tables.map((table) => table.columns)]) {
        const keys = fields.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });
});

describe('a site has it in its own way', () => {
  const at = (...profiles: Profile[]) => buildCatalogue(withProfiles(...profiles), NO_SEARCH, SITE);

  it('its own profile before that of its division, that before the general one; taken whole', () => {
    const general = profile({ popular: [first.code], notHere: [second.code] });
    const division = profile({ id: '310120', popular: [second.code] });
    const own = profile({ id: SITE.kioskId, popular: [second.code, first.code] });
    expect(at(general, division, own).popular()).toEqual([second, first]);
    expect(at(general, division).popular()).toEqual([second]);
    expect(at(general, division).stateOf(second)).toEqual({ kind: 'open' });
    expect(at(general).stateOf(second)).toEqual({ kind: 'notHere' });
    expect(at().popular()).toEqual([]);
  });

  it('suspends with a reason; what is closed everywhere stays closed', () => {
    expect(at(profile({ suspended: [{ code: first.code, reason: REASON }] })).stateOf(first)).toEqual({
      kind: 'suspended',
      reason: REASON,
    });
    const closed = { ...second, state: { kind: 'suspended', reason: REASON } } as const;
    expect(at().stateOf(closed)).toEqual(closed.state);
  });

  it('what can be finished comes first, then what is asked for most at this site', () => {
    const department = entries.departments[0]?.id ?? '';
    const usual = at().byDepartment(department);
    const ends = usual.map(isSelfService);
    expect(ends.lastIndexOf(true)).toBeLessThan(ends.indexOf(false));
    const last = usual.filter(isSelfService).at(-1);
    if (!last) throw new Error('nothing ends at the machine');
    expect(at(profile({ demand: { [last.code]: 100 } })).byDepartment(department)[0]).toEqual(last);
  });
});
