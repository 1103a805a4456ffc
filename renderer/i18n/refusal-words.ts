import { CATALOGUE_REFUSALS, type CatalogueRefusal } from '../../contract/catalogue/manifest.ts';
import type { Bilingual } from '../../contract/text.ts';

const ZH: Readonly<Record<CatalogueRefusal, string>> = {
  badSignature: '签名不是本机登记的中心所签',
  badManifest: '清单内容不合规定',
  foreign: '是另一份目录，不是本机的',
  older: '不比正在用的新',
  rejected: '这个版本在本机退回过，不再接收',
  missing: '清单里的条目没有送到，本机也没有',
  badDigest: '条目与签名的不一致',
  badEntry: '条目不合格式',
  badReference: '条目指到了不存在的条目',
  tooLarge: '超过了目录允许的大小',
  noKey: '本机没有中心的公钥，不能核对',
  storeFailed: '数据库没有存进去',
};

/** Why a catalogue was refused, for the technician. */
export const refusalWords = (reason: CatalogueRefusal): Bilingual => ({
  zh: ZH[reason],
  en: CATALOGUE_REFUSALS[reason],
});
