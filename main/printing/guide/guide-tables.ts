import type { Material } from '../../../contract/catalogue/guide.ts';
import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { RecordRow } from '../../../contract/record.ts';
import type { Language } from '../../../contract/screen.ts';
import type { Bilingual } from '../../../contract/text.ts';
import type { PlaceAway } from '../../catalogue/nearest.ts';
import { inLanguage } from '../layout/frame-words.ts';

/** More would push the rest of the guide to another page, and nobody goes to the sixth nearest. */
const PLACES_LISTED = 5;

const FORM: Readonly<Record<Material['form'], Bilingual>> = {
  original: { zh: '原件', en: 'Original' },
  copy: { zh: '复印件', en: 'Copy' },
  electronic: { zh: '电子材料', en: 'Electronic' },
};

const NECESSITY: Readonly<Record<Material['necessity'], Bilingual>> = {
  required: { zh: '必要', en: 'Required' },
  ifApplicable: { zh: '符合情形时提供', en: 'If it applies' },
  later: { zh: '可以后补', en: 'May follow later' },
};

const LICENCE = { zh: '可用电子证照替代', en: 'Electronic licence accepted' };

/** The tables of a guide, by the keys of its template. */
export function guideTables(
  item: CatalogueItem,
  places: readonly PlaceAway[],
  language: Language,
): Record<string, RecordRow[]> {
  const { guide, parts = [] } = item;
  const said = (text: Bilingual): string => inLanguage(text, language);
  const contents = (texts: readonly Bilingual[]) => numbered(texts.map((text) => ({ content: said(text) })));
  return {
    conditions: contents(guide.conditions),
    materials: numbered(guide.materials.map((material) => materialRow(material, language))),
    steps: contents(guide.steps),
    parts: numbered(parts.map(({ name, code }) => ({ name: said(name), code: code ?? null }))),
    places: places.slice(0, PLACES_LISTED).map((place) => placeRow(place, language)),
    faq: guide.faq.map(({ question, answer }) => ({ question: said(question), answer: said(answer) })),
  };
}

function materialRow({ name, note, form, copies, necessity, licence }: Material, language: Language): RecordRow {
  const said = (text: Bilingual): string => inLanguage(text, language);
  const remark = note && { zh: `（${note.zh}）`, en: `(${note.en})` };
  return {
    name: remark ? `${said(name)}\n${said(remark)}` : said(name),
    form: said(FORM[form]),
    copies,
    necessity: said(NECESSITY[necessity]),
    licence: licence ? said(LICENCE) : null,
  };
}

const placeRow = ({ name, address, hours, phone, metres }: PlaceAway, language: Language): RecordRow => ({
  name: inLanguage(name, language),
  address: inLanguage(address, language),
  hours: inLanguage(hours, language),
  phone,
  distance: metres === undefined ? null : inLanguage(distanceInWords(metres), language),
});

/** To the nearest ten metres, from one kilometre on to the nearest hundred: as the crow flies it is no more exact. */
function distanceInWords(metres: number): Bilingual {
  const [near, far] = [Math.max(Math.round(metres / 10) * 10, 10), (metres / 1000).toFixed(1)];
  return metres < 995 ? { zh: `${near} 米`, en: `${near} m` } : { zh: `${far} 公里`, en: `${far} km` };
}

const numbered = (rows: readonly RecordRow[]): RecordRow[] => rows.map((row, index) => ({ number: index + 1, ...row }));
