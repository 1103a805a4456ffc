import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import type { Bilingual } from '../../contract/text.ts';
import { PAGE_FONTS } from '../api/page-fonts.ts';
import { escapeHtml, pagePolicy } from '../api/verify-page.ts';

const STYLE = `
*{box-sizing:border-box;margin:0}
body{min-height:100vh;padding:24px 20px 40px;background:#f3f6fa;color:#1c2733;
font:17px/1.6 ${PAGE_FONTS}}
main{max-width:520px;margin:0 auto}
header{padding:4px 0 14px;color:#4a5a6b;font-size:15px;letter-spacing:.04em}
.sample{margin-bottom:14px;padding:10px 14px;border-left:4px solid #b25b00;border-radius:4px;background:#fff4e5;color:#5c3200;font-size:15px}
article{padding:22px 20px 14px;border-radius:16px;background:#fff;box-shadow:0 1px 2px rgba(20,40,60,.08),0 8px 24px rgba(20,40,60,.06)}
article+article{margin-top:18px}
h1,h2{line-height:1.35;overflow-wrap:anywhere}
h1{font-size:25px}
h2{font-size:21px}
h3{margin:18px 0 4px;color:#0b4f8a;font-size:17px}
ul,ol{padding-left:1.3em}
li{padding:3px 0;overflow-wrap:anywhere}
li span{color:#566677;font-size:15px}
.closed{margin-top:10px;padding:10px 14px;border-radius:8px;background:#fbe9e7;color:#8a2417}
footer{padding:20px 4px 0;color:#566677;font-size:15px}
`;

export const ITEM_PAGE_POLICY = pagePolicy(STYLE);

/** The words of one language; everything else comes from the item. */
const WORDS = {
  zh: {
    conditions: '谁可以办',
    materials: '需要带什么',
    noMaterials: '不需要材料，带上身份证即可。',
    steps: '怎么办',
    fee: '收费',
    free: '不收费',
    time: '多久办好',
    onTheSpot: '当场办结',
    days: (days: number) => `${days} 个工作日`,
    place: '在哪里办',
    phone: '咨询电话',
    result: '办好后拿到',
    closed: '暂停办理',
    copies: (copies: number) => `${copies} 份`,
    form: { original: '原件', copy: '复印件', electronic: '电子' },
    necessity: { required: '', ifApplicable: '符合情形时提供', later: '可以后补' },
  },
  en: {
    conditions: 'Who may apply',
    materials: 'What you need',
    noMaterials: 'Nothing but your identity card.',
    steps: 'Steps',
    fee: 'Cost',
    free: 'Free of charge',
    time: 'Time',
    onTheSpot: 'On the spot',
    days: (days: number) => (days === 1 ? '1 working day' : `${days} working days`),
    place: 'Where',
    phone: 'Phone',
    result: 'What you get',
    closed: 'Suspended',
    copies: (copies: number) => (copies === 1 ? '1 copy' : `${copies} copies`),
    form: { original: 'original', copy: 'photocopy', electronic: 'electronic' },
    necessity: { required: '', ifApplicable: 'where it applies', later: 'may be handed in later' },
  },
} as const;
type Language = keyof typeof WORDS;

/** All about one item. Every text of the catalogue is shown as text. */
export function itemPage(item: CatalogueItem): string {
  const { zh, en } = item.name;
  return page(
    zh,
    `<article>${inLanguage(item, 'zh')}</article><article lang="en">${inLanguage(item, 'en')}</article>`,
    en,
  );
}

export function noItemPage(): string {
  return page(
    '没有这个事项',
    `<article><h1>没有这个事项</h1><p>它可能已经取消或改了编号。请重新扫描终端上的二维码，或拨打 12345。</p></article>
<article lang="en"><h2>No such item</h2><p>It may have been withdrawn or renumbered. Please scan the code on the terminal again, or call 12345.</p></article>`,
  );
}

function inLanguage({ name, guide, handledBy, state }: CatalogueItem, language: Language): string {
  const words = WORDS[language];
  const say = (text: Bilingual): string => escapeHtml(text[language]);
  const heading = language === 'zh' ? 'h1' : 'h2';
  const materials = guide.materials.map(({ name: what, form, copies, necessity, note }) => {
    const facts = [words.form[form], words.copies(copies), words.necessity[necessity]].filter((fact) => fact !== '');
    return `${say(what)} <span>${facts.join(language === 'zh' ? '，' : ', ')}${note ? `<br>${say(note)}` : ''}</span>`;
  });
  const rows: [string, string][] = [
    [words.conditions, list('ul', guide.conditions.map(say))],
    [words.materials, materials.length === 0 ? words.noMaterials : list('ul', materials)],
    [words.steps, list('ol', guide.steps.map(say))],
    [words.fee, guide.fee === null ? words.free : say(guide.fee)],
    [words.time, guide.promisedDays === 0 ? words.onTheSpot : words.days(guide.promisedDays)],
    [words.place, `${say(handledBy.authority)}<br>${say(handledBy.hours)}`],
    [words.phone, escapeHtml(handledBy.phone)],
    [words.result, say(guide.result)],
  ];
  const closed = state.kind === 'suspended' ? `<p class="closed">${words.closed}：${say(state.reason)}</p>` : '';
  return `<${heading}>${say(name)}</${heading}>${closed}${rows.map(([title, body]) => `<h3>${title}</h3>${body.startsWith('<') ? body : `<p>${body}</p>`}`).join('')}`;
}

const list = (kind: 'ul' | 'ol', lines: readonly string[]): string =>
  `<${kind}>${lines.map((line) => `<li>${line}</li>`).join('')}</${kind}>`;

const page = (title: string, body: string, english = ''): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(english === '' ? title : `${title} · ${english}`)}</title><style>${STYLE}</style></head>
<body><main><header>一网通办 · 办事指南</header>
<p class="sample">样本数据，仅供演示，不是真实的办事规定。<br><span lang="en">Sample data for demonstration, not real rules.</span></p>
${body}
<footer><p>有疑问请拨打 12345。</p><p lang="en">Questions? Call 12345.</p></footer></main></body></html>
`;
