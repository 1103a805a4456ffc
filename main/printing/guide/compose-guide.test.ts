import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import { sharedTemplateSchema } from '../../../contract/catalogue/template.ts';
import type { Language } from '../../../contract/screen.ts';
import type { PlaceAway } from '../../catalogue/nearest.ts';
import { laidOut } from '../layout/testing/laid-out.ts';
import { pageAsImage, pagesAsText } from '../layout/testing/poppler.ts';
import { composeGuide, type GuideSources } from './compose-guide.ts';

const file = new URL('../../../assets/catalogue/source/templates/paper-guide.json', import.meta.url);
const { id: _id, ...template } = sharedTemplateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const text = (zh: string) => ({ zh, en: zh });

const ITEM: CatalogueItem = {
  code: '310014000101',
  implementationCode: '3'.repeat(31),
  handlingCode: '3'.repeat(33),
  name: text('居住证办理'),
  aliases: [],
  department: 'public-security',
  handledBy: { authority: text('上海市样本区公安分局'), hours: text('周一至周六 8:30–16:30'), phone: '12345' },
  division: '310120',
  regions: [],
  type: '20',
  level: '4',
  audience: 'person',
  themes: [],
  terminal: false,
  handlingForms: ['counter'],
  guide: {
    conditions: [text('来沪居住满半年'), text('有合法稳定住所')],
    materials: [
      {
        name: text('居民身份证'),
        form: 'original',
        copies: 1,
        necessity: 'required',
        source: 'applicant',
        licence: true,
      },
      {
        name: text('租赁合同'),
        form: 'copy',
        copies: 2,
        necessity: 'later',
        source: 'other',
        licence: false,
        note: text('须已备案'),
      },
      {
        name: text('学籍证明'),
        form: 'electronic',
        copies: 1,
        necessity: 'ifApplicable',
        source: 'government',
        licence: false,
      },
    ],
    legalDays: 15,
    promisedDays: 0,
    fee: null,
    steps: [text('提交申请'), text('窗口核对'), text('领取证件')],
    visits: 1,
    online: true,
    reach: 'district',
    result: text('上海市居住证'),
    offers: ['guide', 'qr'],
    faq: [{ question: text('丢了怎么办？'), answer: text('带身份证补领。') }],
  },
  icon: 'residence',
  machine: { kind: 'apply', who: ['holder'], devices: [] },
  state: { kind: 'open' },
  demand: 50,
};

const PLACE: PlaceAway = {
  id: 'near',
  kind: 'hall',
  name: text('样本街道社区事务受理服务中心'),
  address: text('样本路88号'),
  hours: text('周一至周六 8:30–16:30'),
  phone: '021-56780000',
  latitude: 31,
  longitude: 121,
  devices: [],
  departments: [],
  metres: 643,
};

const SOURCES: GuideSources = { template, places: [PLACE], url: 'https://center.example/go/310014000101' };

async function paperOf(item: CatalogueItem = ITEM, sources: Partial<GuideSources> = {}, language: Language = 'zh-CN') {
  const request = composeGuide(item, { ...SOURCES, ...sources }, language);
  const kiosk = { id: '310120-0042', site: '关港村党群服务站' };
  const { pdf } = await laidOut({ ...request, kiosk, printedAt: new Date('2026-11-21T02:30:05Z') });
  const words = (await pagesAsText(pdf)).join('').replace(/\s/g, '');
  return { pdf, words };
}

describe('the guide on paper', () => {
  test('says who, when, how long, how much, how often, whether online, and what comes of it', async () => {
    const { words } = await paperOf();
    for (const fact of [
      '由谁办理上海市样本区公安分局',
      '办理时间周一至周六8:30–16:30',
      '咨询电话12345',
      '多久办好当场办结',
      '法定最长时限15个工作日',
      '费用不收费',
      '要跑几次最多跑1次',
      '能不能网上办可以',
      '办好后拿到上海市居住证',
    ]) {
      expect(words).toContain(fact);
    }
  });

  test('lists conditions and steps by number, materials with form, copies and need, and the questions', async () => {
    const { words } = await paperOf();
    for (const row of ['1来沪居住满半年2有合法稳定住所', '1提交申请2窗口核对3领取证件', '丢了怎么办？带身份证补领。']) {
      expect(words).toContain(row);
    }
    expect(words).toContain('1居民身份证原件1必要可用电子证照替代');
    expect(words).toMatch(/租赁合同.*复印件2可以后补—.*（须已备案）/);
    expect(words).toContain('3学籍证明电子材料1符合情形时提供—');
  });

  test('a telephone reads from it where to go on', async () => {
    const { pdf, words } = await paperOf();
    const { data, width, height } = await pageAsImage(pdf, 1);
    const decode = jsQR as unknown as typeof jsQR.default;
    expect(decode(data, width, height)?.data).toBe(SOURCES.url);
    expect(words).toContain('用手机接着办');
  });

  test('without an address to go on at there is no code', async () => {
    const { words } = await paperOf(ITEM, { url: null });
    expect(words).not.toContain('用手机接着办');
  });

  test('names nobody, has no official number and no room for a seal', async () => {
    const { words } = await paperOf();
    expect(words).toContain('办事指南');
    expect(words.match(/310014000101/g)).toHaveLength(1);
    expect(words).not.toMatch(/姓名|证件号码|编号：|盖章/);
  });

  test('leaves out tables without rows', async () => {
    const { words } = await paperOf({ ...ITEM, guide: { ...ITEM.guide, materials: [], faq: [] } }, { places: [] });
    expect(words).not.toMatch(/要带什么材料|就近去哪里|常见问题|一次办好哪些事|无记录/);
    expect(words).toContain('什么情况可以办');
  });

  test('says first that the matter is suspended, and which matters a bundle joins', async () => {
    const { words } = await paperOf({
      ...ITEM,
      state: { kind: 'suspended', reason: text('系统升级，11月30日恢复') },
      parts: [{ name: text('出生医学证明') }, { name: text('户口登记'), code: '310014000101' }],
    });
    expect(words.indexOf('目前暂停办理：系统升级')).toBeGreaterThan(0);
    expect(words).toContain('1出生医学证明—2户口登记310014000101');
  });
});

describe('the guide in English', () => {
  const english = (en: string) => ({ zh: '中文', en });
  const item: CatalogueItem = {
    ...ITEM,
    name: english('Residence permit'),
    handledBy: { authority: english('District police'), hours: english('Monday to Friday 8:30–16:30'), phone: '12345' },
    guide: {
      ...ITEM.guide,
      conditions: [english('Half a year in Shanghai')],
      materials: [
        {
          name: english('Identity card'),
          form: 'copy',
          copies: 1,
          necessity: 'later',
          source: 'applicant',
          licence: true,
          note: english('both sides'),
        },
      ],
      steps: [english('Apply')],
      result: english('The permit'),
      faq: [{ question: english('Lost?'), answer: english('Come again.') }],
    },
  };
  const place = { ...PLACE, name: english('Service centre'), address: english('88 Sample Road') };

  test('says everything in English, the frame too; only the name of the site stays', async () => {
    const places = [{ ...place, hours: english('Mon–Sat 8:30–16:30') }];
    const { words } = await paperOf(item, { places }, 'en');
    for (const said of [
      'Serviceguide',
      'HowlongOnthespot',
      '15workingdays',
      'Freeofcharge',
      '1visitatmost',
      'Electroniclicence',
      '640m',
      'Goonbyphone',
      'Notes1.',
      'Page1of',
      'Terminal:310120-0042',
      'Printedat:2026-11-2110:30:05',
    ]) {
      expect(words).toContain(said);
    }
    expect(words.replaceAll('关港村党群服务站', '')).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('places to go to', () => {
  const at = (metres: number) => paperOf(ITEM, { places: [{ ...PLACE, metres }] });

  test.each([
    [3, '10米'],
    [643, '640米'],
    [994, '990米'],
    [999, '1.0公里'],
    [12_345, '12.3公里'],
  ])('%i metres are written as %s', async (metres, written) => {
    expect((await at(metres)).words).toContain(`021-56780000${written}`);
  });

  test('there is no column of distances where it is not known where the machine stands', async () => {
    const { metres: _metres, ...unknown } = PLACE;
    const { words } = await paperOf(ITEM, { places: [unknown] });
    expect(words).toContain('021-56780000');
    expect(words).not.toContain('距离021');
    expect(words).not.toContain('电话距离');
  });

  test('no more than five are listed, the nearest', async () => {
    const places = Array.from({ length: 9 }, (_, index) => ({ ...PLACE, phone: `0${index}`, metres: 100 + index }));
    const { record } = composeGuide(ITEM, { ...SOURCES, places });
    expect(record.tables.places?.map(({ phone }) => phone)).toEqual(['00', '01', '02', '03', '04']);
  });
});
