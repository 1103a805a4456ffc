import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../contract/catalogue/sample.ts';
import { type SharedTemplate, sharedTemplateSchema } from '../../../contract/catalogue/template.ts';
import { laidOut } from './testing/laid-out.ts';
import { sampleRequest } from './testing/sample-request.ts';

const folder = new URL('../../../assets/catalogue/source/templates/', import.meta.url);
const FILES = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** About nobody: drawn without asking for a card. */
const PUBLIC = new Set(['public-list', 'price-list', 'calculation', 'policy-text', 'paper-guide']);

const factsOf = (template: SharedTemplate): string[] => template.subject.map(({ key }) => key);
const columnsOf = ({ tables }: SharedTemplate): string[] =>
  tables.flatMap((table) => table.columns.map(({ key }) => `${table.key}.${key}`));

/** Names that a sample takes its value from: facts, columns of the same table, tables, `table.column`. */
function namesIn(sample: Sample, table?: string): string[] {
  const own = (key: string): string => (table === undefined ? key : `${table}.${key}`);
  if ('sum' in sample) return [sample.sum];
  if ('first' in sample) return [sample.first];
  if ('last' in sample) return [sample.last];
  if ('count' in sample) return [sample.count];
  if ('total' in sample) return sample.total.map((term) => own(term.replace(/^-/, '')));
  if ('running' in sample) {
    const { start, plus, minus } = sample.running;
    return [start, ...plus.map(own), ...minus.map(own)];
  }
  return [];
}

describe.each(FILES)('%s', (file) => {
  const template = sharedTemplateSchema.parse(read(file));

  test('is called what its file is called, and says first that it is a specimen', () => {
    expect(`${template.id}.json`).toBe(file);
    expect(template.notes[0]?.zh).toBe('样本数据，仅供演示，不作证明使用。');
    expect(template.notes.length).toBeGreaterThanOrEqual(2);
  });

  test('begins with the person, unless it is public information', () => {
    const person = template.subject.slice(0, 2).map(({ key, format }) => `${key}:${format}`);
    if (PUBLIC.has(template.id)) expect(factsOf(template)).not.toContain('idNumber');
    else expect(person).toEqual(['name:name', 'idNumber:idNumber']);
  });

  test('every placeholder of its paragraphs is a fact, the same in both languages', () => {
    for (const { zh, en } of [...(template.opening ?? []), ...(template.closing ?? [])]) {
      const named = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key).toSorted();
      for (const key of named(zh)) expect(factsOf(template)).toContain(key);
      expect([...new Set(named(en))]).toEqual([...new Set(named(zh))]);
    }
  });

  test('every value has a sample, and what samples refer to is there', () => {
    const known = new Set([...factsOf(template), ...columnsOf(template), ...template.tables.map(({ key }) => key)]);
    for (const { sample } of template.subject) {
      expect(sample).toBeDefined();
      for (const name of sample ? namesIn(sample) : []) expect(known).toContain(name);
    }
    for (const table of template.tables) {
      expect(table.sampleRows).toBeDefined();
      for (const { sample } of table.columns) {
        expect(sample).toBeDefined();
        for (const name of sample ? namesIn(sample, table.key) : []) expect(known).toContain(name);
      }
    }
  });

  test('can be drawn with nothing filled in', async () => {
    const record = { subject: {}, tables: {} };
    expect((await laidOut(sampleRequest(0, { template, record }))).pages).toBeGreaterThan(0);
  });
});
