import { createHash } from 'node:crypto';
import type { DocumentFacts } from '../store/queries.ts';
import { PAGE_FONTS } from './page-fonts.ts';

const STYLE = `
*{box-sizing:border-box;margin:0}
body{min-height:100vh;padding:24px 20px 40px;background:#f3f6fa;color:#1c2733;
font:17px/1.6 ${PAGE_FONTS}}
main{max-width:480px;margin:0 auto}
header{padding:4px 0 18px;color:#4a5a6b;font-size:15px;letter-spacing:.04em}
.result{padding:30px 20px 26px;border-radius:16px 16px 0 0;color:#fff;text-align:center}
.genuine .result{background:#0b6b50}
.absent .result{background:#9b2c1f}
.mark{width:72px;height:72px;margin:0 auto 12px;display:block}
h1{font-size:27px;line-height:1.3;font-weight:700}
.result p{margin-top:6px;font-size:16px}
.sheet{padding:8px 20px 14px;border-radius:0 0 16px 16px;background:#fff;box-shadow:0 1px 2px rgba(20,40,60,.08),0 8px 24px rgba(20,40,60,.06)}
dl>div{display:flex;gap:14px;padding:13px 0;border-bottom:1px solid #e6ebf0}
dl>div:last-child{border-bottom:0}
dt{flex:0 0 4.4em;color:#566677}
dd{flex:1;font-weight:600;overflow-wrap:anywhere}
.absent ul{padding:12px 0 8px 1.2em}
.absent li{padding:5px 0}
.hint,footer{padding:20px 4px 0;color:#566677;font-size:15px}
footer p+p{margin-top:6px}
`;

/** Nothing from elsewhere, nothing run, nothing kept, not found by search engines. */
export const pagePolicy = (style: string) =>
  ({
    'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  }) as const;
export const PAGE_POLICY = pagePolicy(STYLE);

const mark = (path: string): string =>
  `<svg class="mark" viewBox="0 0 72 72" aria-hidden="true"><circle cx="36" cy="36" r="33" fill="none" stroke="#fff" stroke-width="4"/><path d="${path}" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const page = (kind: 'genuine' | 'absent', title: string, body: string): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main class="${kind}"><header>一网通办 · 文件核验</header>
${body}
<footer><p>样本系统：人员、机构和内容均为虚构，仅供演示。</p><p>有疑问请拨打 12345。</p></footer></main></body></html>
`;

export function foundPage(facts: DocumentFacts): string {
  const rows = [
    ['文件名称', facts.title],
    ['文件编号', facts.number],
    ['持有人', facts.maskedName],
    ['出具时间', timeText(facts.issuedAt)],
    ...(facts.periodFrom === null ? [] : [['内容期间', periodText(facts.periodFrom, facts.periodTo)]]),
    ...(facts.rowCount === 0 ? [] : [['明细条数', `${facts.rowCount} 条`]]),
  ];
  const list = rows.map(
    ([term = '', value = '']) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return page(
    'genuine',
    '文件真实有效',
    `<section class="result">${mark('M21 37l11 11 20-23')}<h1>文件真实</h1><p>这份文件由本系统出具</p></section>
<section class="sheet"><dl>${list.join('')}</dl></section>
<p class="hint">请核对纸上的文件名称、编号、时间和条数是否与上面一致。不一致的，纸上内容可能被改动过。</p>`,
  );
}

export function notFoundPage(): string {
  return page(
    'absent',
    '没有查到这份文件',
    `<section class="result">${mark('M25 25l22 22M47 25L25 47')}<h1>没有查到这份文件</h1><p>不能证明它是真的</p></section>
<section class="sheet"><ul><li>请重新扫描纸上的二维码，不要手工输入网址。</li><li>二维码被涂改、折损时可能扫错。</li><li>仍然查不到的，请向出示文件的人核实，或到窗口查询。</li></ul></section>`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** `2026-11-21T10:05:00+08:00` → 2026年11月21日 10:05 */
function timeText(instant: string): string {
  const [date = '', time = ''] = instant.split('T');
  return `${dateText(date)} ${time.slice(0, 5)}`;
}

/** `YYYY-MM` or `YYYY-MM-DD`. */
function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

const periodText = (from: string, to: string | null): string =>
  to === null || to === from ? dateText(from) : `${dateText(from)} 至 ${dateText(to)}`;
