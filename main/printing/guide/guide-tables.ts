import type { Material } from '../../../contract/catalogue/guide.ts';
import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { RecordRow } from '../../../contract/record.ts';
import type { PlaceAway } from '../../catalogue/nearest.ts';

/** More would push the rest of the guide to another page, and nobody goes to the sixth nearest. */
const PLACES_LISTED = 5;

const FORM: Readonly<Record<Material['form'], string>> = { original: '原件', copy: '复印件', electronic: '电子材料' };

const NECESSITY: Readonly<Record<Material['necessity'], string>> = {
  required: '必要',
  ifApplicable: '符合情形时提供',
  later: '可以后补',
};

/** The tables of a guide, by the keys of its template. */
export function guideTables(item: CatalogueItem, places: readonly PlaceAway[]): Record<string, RecordRow[]> {
  const { guide, parts = [] } = item;
  return {
    conditions: numbered(guide.conditions.map(({ zh }) => ({ content: zh }))),
    materials: numbered(guide.materials.map(materialRow)),
    steps: numbered(guide.steps.map(({ zh }) => ({ content: zh }))),
    parts: numbered(parts.map(({ name, code }) => ({ name: name.zh, code: code ?? null }))),
    places: places.slice(0, PLACES_LISTED).map(placeRow),
    faq: guide.faq.map(({ question, answer }) => ({ question: question.zh, answer: answer.zh })),
  };
}

function materialRow({ name, note, form, copies, necessity, licence }: Material): RecordRow {
  return {
    name: note ? `${name.zh}\n（${note.zh}）` : name.zh,
    form: FORM[form],
    copies,
    necessity: NECESSITY[necessity],
    licence: licence ? '可用电子证照替代' : null,
  };
}

const placeRow = ({ name, address, hours, phone, metres }: PlaceAway): RecordRow => ({
  name: name.zh,
  address: address.zh,
  hours: hours.zh,
  phone,
  distance: metres === undefined ? null : distanceInWords(metres),
});

/** To the nearest ten metres, from one kilometre on to the nearest hundred: as the crow flies it is no more exact. */
const distanceInWords = (metres: number): string =>
  metres < 995 ? `${Math.max(Math.round(metres / 10) * 10, 10)} 米` : `${(metres / 1000).toFixed(1)} 公里`;

const numbered = (rows: readonly RecordRow[]): RecordRow[] => rows.map((row, index) => ({ number: index + 1, ...row }));
