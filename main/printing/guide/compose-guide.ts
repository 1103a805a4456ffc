import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { DocumentTemplate } from '../../../contract/catalogue/template.ts';
import type { Language } from '../../../contract/screen.ts';
import type { PlaceAway } from '../../catalogue/nearest.ts';
import { inLanguage } from '../layout/frame-words.ts';
import type { LayoutRequest } from '../layout/layout-request.ts';
import { guideFacts } from './guide-facts.ts';
import { guideTables } from './guide-tables.ts';

export interface GuideSources {
  /** `paper-guide` of the catalogue. */
  readonly template: DocumentTemplate;
  /** Where the item goes on, the nearest first. */
  readonly places: readonly PlaceAway[];
  /** Where it goes on with a telephone; null: nowhere. */
  readonly url: string | null;
}

/** What the paper is; the code of the item stands among its facts. */
const LABEL = { zh: '办事指南', en: 'Service guide' };
const CAPTION = { zh: '用手机接着办', en: 'Go on by phone' };

/**
 * The guide of an item (办事指南, elements of GB/T 39554.2) as a paper to take home: everything that is in the catalogue
 * about it, in the words of a clerk who explains. A table without rows is left out; which there are and what they are
 * called is said by the template. `language` is that of the page the person read it on.
 */
export function composeGuide(
  item: CatalogueItem,
  sources: GuideSources,
  language: Language = 'zh-CN',
): Omit<LayoutRequest, 'kiosk' | 'printedAt'> {
  const { places, url } = sources;
  const record = { subject: guideFacts(item, language), tables: guideTables(item, places, language) };
  const withRows = sources.template.tables.filter(({ key }) => (record.tables[key] ?? []).length > 0);
  const tables = places.some(({ metres }) => metres !== undefined) ? withRows : withoutDistance(withRows);
  return {
    template: { ...sources.template, title: item.name, ...openingOf(item, sources.template), tables },
    record,
    holder: null,
    document: null,
    language,
    footLabel: inLanguage(LABEL, language),
    ...(url !== null && { link: { url, caption: inLanguage(CAPTION, language) } }),
  };
}

/** Somebody who goes there should know before they go. */
function openingOf({ state }: CatalogueItem, { opening = [] }: DocumentTemplate): Pick<DocumentTemplate, 'opening'> {
  if (state.kind === 'open') return { opening };
  const { zh, en } = state.reason;
  return { opening: [{ zh: `目前暂停办理：${zh}`, en: `Suspended at present: ${en}` }, ...opening] };
}

const withoutDistance = (tables: DocumentTemplate['tables']): DocumentTemplate['tables'] =>
  tables.map((table) => {
    if (table.key !== 'places') return table;
    return { ...table, columns: table.columns.filter(({ key }) => key !== 'distance') };
  });
