/**
 * Characters that living people read in more than one way, as they stand in names of matters. The dictionary of
 * `pinyin-pro` knows rare old readings too (家 jie, 车 ju, 区 ou); those would only bring false hits, so the choice is ours.
 */
const LIST =
  '行 xing hang|重 zhong chong|长 chang zhang|参 can cen shen|单 dan shan|会 hui kuai|调 diao tiao|' +
  '还 huan hai|给 gei ji|查 cha zha|地 di de|车 che ju|的 de di|了 le liao|合 he ge|种 zhong chong|' +
  '和 he huo|校 xiao jiao|大 da dai|度 du duo|约 yue yao|解 jie xie|提 ti di|系 xi ji|省 sheng xing|' +
  '属 shu zhu|什 shen shi|遗 yi wei|称 cheng chen|乐 le yue|亲 qin qing|血 xue xie|数 shu shuo|' +
  '落 luo la lao|读 du dou|络 luo lao|宿 su xiu|畜 chu xu|藏 cang zang|角 jiao jue|得 de dei|' +
  '殖 zhi shi|便 bian pian|弄 nong long|着 zhe zhuo zhao|都 dou du|钥 yao yue|匙 chi shi|炮 pao bao|' +
  '模 mo mu|折 zhe she|色 se shai|识 shi zhi|传 chuan zhuan|率 lv shuai|陆 lu liu|石 shi dan|' +
  '强 qiang jiang|熟 shu shou|差 cha chai ci|扎 zha za|秘 mi bi|曾 ceng zeng|弹 tan dan|择 ze zhai|' +
  '说 shuo shui|卡 ka qia|没 mei mo|核 he hu|薄 bo bao|朝 chao zhao|塔 ta da|降 jiang xiang|奇 qi ji|' +
  '盛 sheng cheng|圈 quan juan|剥 bo bao|壳 ke qiao|屏 ping bing|削 xiao xue|咽 yan ye|栅 zha shan|' +
  '尉 wei yu|仇 chou qiu|区 qu ou|粘 zhan nian|轧 zha ya ga|绿 lv lu|六 liu lu|谁 shui shei|哪 na nei|' +
  '露 lu lou|厦 sha xia|柏 bai bo|桔 ju jie|蚌 bang beng|颤 chan zhan|澄 cheng deng|恶 e wu|否 fou pi|' +
  '龟 gui jun|巷 xiang hang|吓 xia he|蔓 man wan|泊 bo po|堡 bao pu bu';

const KNOWN: ReadonlyMap<string, readonly string[]> = new Map(
  LIST.split('|').map((entry) => {
    const [character = '', ...readings] = entry.split(' ');
    return [character, readings];
  }),
);

/** All readings of a character that are in use; empty: it has no second one. */
export const livingReadings = (character: string): readonly string[] => KNOWN.get(character) ?? [];

/** Words that the dictionary reads wrongly. */
export const CORRECTED: Readonly<Record<string, string>> = {
  还款: 'huán kuǎn',
  还贷: 'huán dài',
  偿还: 'cháng huán',
  退还: 'tuì huán',
  归还: 'guī huán',
  返还: 'fǎn huán',
  参保: 'cān bǎo',
  长护险: 'cháng hù xiǎn',
  单位: 'dān wèi',
  重残: 'zhòng cán',
  重病: 'zhòng bìng',
  重疾: 'zhòng jí',
  银行: 'yín háng',
  行业: 'háng yè',
  会计: 'kuài jì',
  供养: 'gōng yǎng',
};
