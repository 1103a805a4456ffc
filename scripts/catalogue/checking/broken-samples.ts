import { BrokenTemplate, planOf } from '../../../center/records/from-template.ts';
import type { Item } from '../../../contract/catalogue/item.ts';
import type { SharedTemplate } from '../../../contract/catalogue/template.ts';
import { inTheWordsOf } from '../../../contract/catalogue/template-words.ts';
import type { WrongReference } from './wrong-references.ts';

/** Samples that go round in a circle, or are made from what is not there: no preview and no demo of the item then. */
export function brokenSamples({ machine }: Item, templates: ReadonlyMap<string, SharedTemplate>): WrongReference[] {
  if (machine.kind !== 'query' && machine.kind !== 'print') return [];
  const { document } = machine;
  if (document.kind === 'delivered') return [];
  const shared = document.kind === 'shared' ? templates.get(document.template) : undefined;
  if (document.kind === 'shared' && !shared) return [];
  const template = document.kind === 'layout' ? document.template : shared && inTheWordsOf(document, shared);
  try {
    if (template) planOf(template);
    return [];
  } catch (error) {
    if (!(error instanceof BrokenTemplate)) throw error;
    const path = ['machine', 'document', document.kind === 'layout' ? 'template' : 'sample'];
    return [{ path, expected: { en: error.message, zh: `示例数据前后不通：${error.message}` } }];
  }
}
