import type { FormField } from '../../../contract/catalogue/form.ts';
import type { Item } from '../../../contract/catalogue/item.ts';
import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { DocumentTemplate } from '../../../contract/catalogue/template.ts';
import type { WrongReference } from './wrong-references.ts';

type Path = readonly PropertyKey[];

/** What fits the schema of an item and makes no sense all the same: two fields of one key, bounds the wrong way round, … */
export function senselessInItem({ machine }: Item): WrongReference[] {
  if (machine.kind !== 'query' && machine.kind !== 'print') return [];
  const { form, document } = machine;
  const at = ['machine', 'document'];
  const keys = form.map(({ key }) => key);
  const changed = document.kind === 'shared' ? Object.entries(document.sample ?? {}) : [];
  return [
    ...repeated(keys, ['machine', 'form']),
    ...form.flatMap((field, index) => bounds(field, ['machine', 'form', index])),
    ...changed.flatMap(([key, sample]) => unknownInput(sample, keys, [...at, 'sample', key])),
    ...(document.kind === 'layout' ? senselessInTemplate(document.template, [...at, 'template']) : []),
  ];
}

/** The same for a template: keys that stand twice, paragraphs that speak of a fact that is not there. */
export function senselessInTemplate({ subject, tables, opening = [], closing = [] }: DocumentTemplate, at: Path = []) {
  const facts = subject.map(({ key }) => key);
  const spoken = [
    ...opening.map((text, index) => ['opening', index, text] as const),
    ...closing.map((text, index) => ['closing', index, text] as const),
  ];
  return [
    ...repeated(facts, [...at, 'subject']),
    ...repeated(
      tables.map(({ key }) => key),
      [...at, 'tables'],
    ),
    ...tables.flatMap(({ columns }, index) =>
      repeated(
        columns.map(({ key }) => key),
        [...at, 'tables', index, 'columns'],
      ),
    ),
    ...spoken.flatMap(([part, index, { zh, en }]) =>
      [...placeholders(zh), ...placeholders(en)]
        .filter((key) => !facts.includes(key))
        .map((key) => ({
          path: [...at, part, index],
          expected: { en: `{${key}} is no fact of this template`, zh: `模板里没有 {${key}} 这一项` },
        })),
    ),
  ];
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{([a-z][A-Za-z0-9]*)\}/g)].map(([, key = '']) => key);

const repeated = (keys: readonly string[], path: Path): WrongReference[] =>
  keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          {
            path: [...path, index, 'key'],
            expected: { en: 'is there already in this list', zh: '这个列表里已经有了，请换一个' },
          },
        ],
  );

function bounds(field: FormField, path: Path): WrongReference[] {
  const atLeast = (key: string, least: number): WrongReference[] => [
    { path: [...path, key], expected: { en: `expected at least ${least}`, zh: `应当不小于 ${least}` } },
  ];
  if (field.type === 'number') return field.max < field.min ? atLeast('max', field.min) : [];
  if (field.type === 'text') return field.maxLength < field.minLength ? atLeast('maxLength', field.minLength) : [];
  if (field.type !== 'date') return [];
  const { earliest, latest } = field;
  return earliest !== undefined && latest !== undefined && latest < earliest ? atLeast('latest', earliest) : [];
}

function unknownInput(sample: Sample, keys: readonly string[], path: Path): WrongReference[] {
  if (!('input' in sample) || sample.input === undefined || keys.includes(sample.input)) return [];
  const names = keys.length === 0 ? { en: 'the form has no fields', zh: '表单是空的' } : undefined;
  const known = keys.join(', ');
  const expected = names ?? { en: `expected a key of the form: ${known}`, zh: `应当是表单里有的键：${known}` };
  return [{ path: [...path, 'input'], expected }];
}
