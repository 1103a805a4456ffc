/**
 * Chinese fonts of telephones and of ordinary systems, Debian's packages among them (`fonts-noto-cjk`, `fonts-wqy-*`,
 * `fonts-droid-fallback`): the center's pages load nothing, not even a font.
 */
export const PAGE_FONTS =
  '"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Source Han Sans CN","HarmonyOS Sans SC","Microsoft YaHei",' +
  '"WenQuanYi Micro Hei","WenQuanYi Zen Hei","Droid Sans Fallback",system-ui,sans-serif';
