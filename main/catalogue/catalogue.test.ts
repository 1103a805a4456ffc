import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CatalogueError, loadCatalogue } from './catalogue.ts';

const seed = join(import.meta.dirname, '../../assets/catalogue');
const made: string[] = [];

function copyOfSeed(): string {
  const dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  made.push(dir);
  cpSync(seed, dir, { recursive: true });
  return dir;
}

function change(file: string, edit: (json: Record<string, unknown>) => void): void {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  edit(json);
  writeFileSync(file, JSON.stringify(json));
}

function refusal(dir: string): CatalogueError {
  try {
    loadCatalogue(dir);
  } catch (error) {
    if (error instanceof CatalogueError) return error;
    throw error;
  }
  throw new Error('the catalogue was taken');
}

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

describe('the catalogue as shipped', () => {
  const catalogue = loadCatalogue(seed);

  it('starts the home page with the medical-insurance account', () => {
    expect(catalogue.popular().map((item) => item.name.zh)[0]).toBe('医保个人账户查询');
    expect(catalogue.popular().map((item) => item.popularRank)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('has at least six items that print, all found by their code and department', () => {
    expect(catalogue.items.length).toBeGreaterThanOrEqual(8);
    for (const item of catalogue.items) {
      expect(catalogue.byCode(item.code)).toBe(item);
      expect(catalogue.byDepartment(item.department)).toContain(item);
    }
    expect(catalogue.byCode('310000000000')).toBeUndefined();
    expect(catalogue.byDepartment('nobody')).toEqual([]);
  });

  it('names every key of a document once', () => {
    for (const { document } of catalogue.items) {
      if (document.kind === 'delivered') continue;
      const { subject, tables } = document.template;
      for (const keys of [subject, tables, ...tables.map((table) => table.columns)].map((part) =>
        part.map(({ key }) => key),
      )) {
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });
});

describe('a wrong catalogue stops the start and says where', () => {
  it('a department without items is not shown', () => {
    const dir = copyOfSeed();
    rmSync(join(dir, 'items/housing-fund.json'));
    expect(
      loadCatalogue(dir)
        .departments()
        .map(({ id }) => id),
    ).not.toContain('housing-fund');
  });

  it('a missing English name', () => {
    const dir = copyOfSeed();
    const file = join(dir, 'items/housing-fund.json');
    change(file, (json) => {
      json.name = { zh: '公积金' };
    });
    expect(refusal(dir)).toMatchObject({ file, key: 'name.en' });
  });

  it('a code that is not twelve digits', () => {
    const dir = copyOfSeed();
    const file = join(dir, 'items/housing-fund.json');
    change(file, (json) => {
      json.code = '31';
    });
    expect(refusal(dir)).toMatchObject({ file, key: 'code' });
  });

  it('an item of a department that is not there', () => {
    const dir = copyOfSeed();
    const file = join(dir, 'items/housing-fund.json');
    change(file, (json) => {
      json.department = 'weather';
    });
    expect(refusal(dir).message).toBe(`${file}: department: expected an id of departments.json, got "weather"`);
  });

  it('two items with one code', () => {
    const dir = copyOfSeed();
    cpSync(join(dir, 'items/housing-fund.json'), join(dir, 'items/second.json'));
    expect(refusal(dir)).toMatchObject({ key: 'code' });
  });

  it('half a file, and no file at all', () => {
    const dir = copyOfSeed();
    const file = join(dir, 'items/housing-fund.json');
    writeFileSync(file, '{"code":');
    expect(refusal(dir)).toMatchObject({ file, key: '' });
    rmSync(join(dir, 'items'), { recursive: true });
    expect(refusal(dir).expected).toContain('ENOENT');
  });
});
