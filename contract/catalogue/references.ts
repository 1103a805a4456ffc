import type { Item } from './item.ts';
import type { ParsedEntries } from './resolve-shared.ts';
import { unknownPaths } from './template-words.ts';

/** The first name that leads nowhere: `item/310014000101: themes: no theme "x"`; undefined: all lead somewhere. */
export function wrongReference(all: ParsedEntries): string | undefined {
  const codes = new Set(all.item.map(({ code }) => code));
  const departments = new Map(all.department.map((department) => [department.id, department]));
  const themes = new Set(all.theme.map(({ id }) => id));
  const guides = new Set(all.guide.map(({ id }) => id));
  const templates = new Map(all.template.map((template) => [template.id, template]));

  const ofItem = (item: Item): string | undefined => {
    const department = departments.get(item.department);
    if (!department) return `department: no department "${item.department}"`;
    const sections = department.sections.map(({ id }) => id);
    if (item.section === undefined && sections.length > 0) return `section: expected one of ${sections.join(', ')}`;
    if (item.section !== undefined && !sections.includes(item.section)) return `section: no section "${item.section}"`;
    const theme = item.themes.find((id) => !themes.has(id));
    if (theme !== undefined) return `themes: no life event "${theme}"`;
    if (item.sharedGuide !== undefined && !guides.has(item.sharedGuide)) {
      return `sharedGuide: no guide "${item.sharedGuide}"`;
    }
    const part = item.parts?.find(({ code }) => code !== undefined && !codes.has(code));
    if (part) return `parts: no item ${part.code}`;
    return ofDocument(item);
  };

  const ofDocument = ({ machine }: Item): string | undefined => {
    if (!('document' in machine) || machine.document.kind !== 'shared') return undefined;
    const template = templates.get(machine.document.template);
    if (!template) return `machine.document.template: no template "${machine.document.template}"`;
    const [unknown] = unknownPaths(machine.document, template);
    return unknown === undefined ? undefined : `machine.document.${unknown}: the template has no such key`;
  };

  for (const item of all.item) {
    const wrong = ofItem(item);
    if (wrong !== undefined) return `item/${item.code}: ${wrong}`;
  }
  for (const { id, items } of all.phrase) {
    const code = items.find((one) => !codes.has(one));
    if (code !== undefined) return `phrase/${id}: items: no item ${code}`;
  }
  for (const { id, departments: handled } of all.place) {
    const department = handled.find((one) => !departments.has(one));
    if (department !== undefined) return `place/${id}: departments: no department "${department}"`;
  }
  for (const profile of all.profile) {
    const named = [...profile.popular, ...profile.notHere, ...profile.suspended.map(({ code }) => code)];
    const code = [...named, ...Object.keys(profile.demand)].find((one) => !codes.has(one));
    if (code !== undefined) return `profile/${profile.id}: no item ${code}`;
  }
  return undefined;
}
