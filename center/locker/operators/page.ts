import { PAGE_FONTS } from '../../api/page-fonts.ts';
import { pagePolicy } from '../../api/verify-page.ts';

const STYLE = `
*{box-sizing:border-box;margin:0}
body{padding:20px 24px 48px;background:#f3f6fa;color:#1c2733;font:16px/1.5 ${PAGE_FONTS}}
main{max-width:1200px;margin:0 auto}
header{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:baseline;padding-bottom:14px}
header a{color:#0b4f8a}
h1{font-size:24px}
h2{font-size:20px}
h3{margin:18px 0 6px;font-size:17px}
section{margin-top:18px;padding:18px 20px;border-radius:14px;background:#fff;box-shadow:0 1px 2px rgba(20,40,60,.08)}
.hint{color:#566677;font-size:14px}
.alarm{padding:12px 16px;border-left:6px solid #9b2c1f;border-radius:6px;background:#fbe9e7;color:#7a1f15;font-weight:600}
.alarm+.alarm{margin-top:6px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(112px,1fr));gap:8px;margin-top:12px}
.cell{min-height:92px;padding:8px 10px;border:2px solid #c3cfdb;border-radius:10px;font-size:14px;line-height:1.4}
.cell b{display:flex;justify-content:space-between;font-size:17px}
.free{background:#f8fafc;color:#43525f}
.reserved{border-style:dashed;border-color:#0b4f8a}
.occupied{border-color:#0b4f8a;background:#e6f0f9}
.outOfService{border-color:#6d4c00;background:#fff3d6}
.late{border-color:#9b2c1f}
.fault{color:#9b2c1f;font-weight:600}
table{width:100%;border-collapse:collapse;font-size:15px}
th,td{padding:7px 10px 7px 0;border-bottom:1px solid #e6ebf0;text-align:left;vertical-align:top;white-space:nowrap}
th{color:#566677;font-weight:600}
.text{white-space:normal;overflow-wrap:anywhere}
`;

export const OPERATOR_PAGE_POLICY = pagePolicy(STYLE);

const RENEW_SECONDS = 30;

/** A page of the operators, which renews itself without scripts. `body` is HTML already. */
export const operatorPage = (title: string, body: string): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="${RENEW_SECONDS}"><title>${title}</title><style>${STYLE}</style></head>
<body><main><header><h1>${title}</h1><a href="/operator/locker">文件柜</a><a href="/operator/messages">通知</a></header>
${body}</main></body></html>
`;

/** Of a length that nobody knows: broken into lines where everything else is not. */
export const longText = (html: string): string => `<span class="text">${html}</span>`;

/** `cells` are HTML already. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

/** `310120202600001` → `310120*****0001` */
export const maskCaseNumber = (number: string): string => `${number.slice(0, 6)}*****${number.slice(-4)}`;

const MINUTE_MS = 60_000;
const JUST_NOW = '刚刚';

/** How long ago, in the one unit that says most. */
export function ageText(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / MINUTE_MS);
  if (minutes < 1) return JUST_NOW;
  if (minutes < 60) return `${minutes}分钟`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)}小时`;
  return `${Math.floor(minutes / (24 * 60))}天`;
}

export function agoText(instant: string, now: Date): string {
  const age = ageText(instant, now);
  return age === JUST_NOW ? age : `${age}前`;
}

/** `11-21 10:05` in Shanghai. */
export const shortTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 60 * MINUTE_MS).toISOString().slice(5, 16).replace('T', ' ');
