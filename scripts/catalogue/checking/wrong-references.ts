import type { Department, Theme } from '../../../contract/catalogue/entries.ts';
import type { Item } from '../../../contract/catalogue/item.ts';
import type { SharedTemplate } from '../../../contract/catalogue/template.ts';
import { unknownPaths } from '../../../contract/catalogue/template-words.ts';
import type { Bilingual } from '../../../contract/text.ts';
import type { PlacedEntry } from '../reading/placed-entry.ts';
import { brokenSamples } from './broken-samples.ts';
import { senselessInItem, senselessInTemplate } from './inner-sense.ts';

/** What entries may name. */
export interface KnownNames {
  readonly departments: ReadonlyMap<string, Department>;
  readonly themes: ReadonlySet<string>;
  readonly templates: ReadonlyMap<string, SharedTemplate>;
  readonly guides: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

export interface WrongReference {
  readonly path: readonly PropertyKey[];
  readonly expected: Bilingual;
}

export function namesKnown(
  departments: readonly Department[],
  themes: readonly Theme[],
  templates: readonly SharedTemplate[],
  guides: readonly string[],
  codes: readonly string[],
): KnownNames {
  return {
    departments: new Map(departments.map((department) => [department.id, department])),
    themes: new Set(themes.map(({ id }) => id)),
    templates: new Map(templates.map((template) => [template.id, template])),
    guides: new Set(guides),
    codes: new Set(codes),
  };
}

/** Names of one entry that lead nowhere: the contract's `wrongReference`, but all of them and with their paths; and what makes no sense. */
export function wrongReferences({ kind, value }: PlacedEntry, known: KnownNames): WrongReference[] {
  const noItem = (path: readonly PropertyKey[], code: string): WrongReference[] =>
    known.codes.has(code) ? [] : [{ path, expected: { en: 'no such item', zh: '目录里没有这个事项编码' } }];
  switch (kind) {
    case 'item':
      return [
        ...ofPlace(value, known),
        ...value.themes.flatMap((id, index) =>
          known.themes.has(id) ? [] : [{ path: ['themes', index], expected: oneOf([...known.themes]) }],
        ),
        ...(value.parts ?? []).flatMap(({ code }, index) =>
          code === undefined ? [] : noItem(['parts', index, 'code'], code),
        ),
        ...(value.sharedGuide === undefined || known.guides.has(value.sharedGuide)
          ? []
          : [{ path: ['sharedGuide'], expected: oneOf([...known.guides]) }]),
        ...ofDocument(value, known),
        ...senselessInItem(value),
        ...brokenSamples(value, known.templates),
      ];
    case 'phrase':
      return value.items.flatMap((code, index) => noItem(['items', index], code));
    case 'place':
      return value.departments.flatMap((id, index) =>
        known.departments.has(id)
          ? []
          : [{ path: ['departments', index], expected: oneOf([...known.departments.keys()]) }],
      );
    case 'profile':
      return [
        ...value.popular.flatMap((code, index) => noItem(['popular', index], code)),
        ...value.notHere.flatMap((code, index) => noItem(['notHere', index], code)),
        ...value.suspended.flatMap(({ code }, index) => noItem(['suspended', index, 'code'], code)),
        ...Object.keys(value.demand).flatMap((code) => noItem(['demand', code], code)),
      ];
    case 'template':
      return senselessInTemplate(value);
    case 'department':
    case 'theme':
    case 'guide':
      return [];
  }
}

const oneOf = (names: readonly string[]): Bilingual => ({
  en: `expected one of ${names.join(', ')}`,
  zh: `应当是其中之一：${names.join('、')}`,
});

function ofPlace({ department: id, section }: Item, { departments }: KnownNames): WrongReference[] {
  const department = departments.get(id);
  if (!department) return [{ path: ['department'], expected: oneOf([...departments.keys()]) }];
  const sections = department.sections.map((each) => each.id);
  if (section === undefined ? sections.length === 0 : sections.includes(section)) return [];
  if (sections.length > 0) return [{ path: ['section'], expected: oneOf(sections) }];
  return [
    { path: ['section'], expected: { en: 'this department has no sections', zh: '这个部门不分类，请删掉这一项' } },
  ];
}

function ofDocument({ machine }: Item, { templates }: KnownNames): WrongReference[] {
  if (!('document' in machine) || machine.document.kind !== 'shared') return [];
  const path = ['machine', 'document'];
  const template = templates.get(machine.document.template);
  if (!template) return [{ path: [...path, 'template'], expected: oneOf([...templates.keys()]) }];
  const keys = [
    ...template.subject.map(({ key }) => key),
    ...template.tables.flatMap((table) => table.columns.map(({ key }) => `${table.key}.${key}`)),
  ];
  const tables = template.tables.map(({ key }) => key);
  return unknownPaths(machine.document, template).map((unknown) => {
    const dot = unknown.indexOf('.');
    const part = unknown.slice(0, dot);
    const having = oneOf(part === 'sampleRows' ? tables : keys);
    return { path: [...path, part, unknown.slice(dot + 1)], expected: having };
  });
}
