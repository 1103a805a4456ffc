import { create } from 'qrcode';
import { PAGE_FONTS } from '../../api/page-fonts.ts';
import { escapeHtml, pagePolicy } from '../../api/verify-page.ts';

const STYLE = `
*{box-sizing:border-box;margin:0}
body{min-height:100vh;padding:24px 20px 40px;background:#f3f6fa;color:#1c2733;
font:18px/1.6 ${PAGE_FONTS}}
main{max-width:480px;margin:0 auto}
header{padding:4px 0 14px;color:#4a5a6b;font-size:15px;letter-spacing:.04em}
article{padding:26px 20px;border-radius:16px;background:#fff;text-align:center;box-shadow:0 1px 2px rgba(20,40,60,.08),0 8px 24px rgba(20,40,60,.06)}
h1{font-size:26px;line-height:1.35}
svg{display:block;width:min(100%,320px);height:auto;margin:14px auto}
p+p{margin-top:8px}
.place{font-size:20px;font-weight:600}
.en{margin-top:16px;color:#566677;font-size:15px}
footer{padding:20px 4px 0;color:#566677;font-size:15px}
`;

export const PICKUP_PAGE_POLICY = pagePolicy(STYLE);

/** What the code needs beside it: where nobody else may fetch it, the holder's card and nothing less. */
const BESIDE = {
  agents: {
    zh: '还需要身份证，或者短信里的6位取件码。',
    en: 'You also need your identity card, or the six digits from the message.',
  },
  holderOnly: {
    zh: '还需要本人的身份证。这一件只能由本人带身份证领取，不能代领。',
    en: 'You also need your own identity card: only the holder can collect this, in person.',
  },
} as const;

/** The code for the scanner of the machine, as large as a telephone allows; who fetches what is told to nobody. */
export function readyPage(qr: string, place: { readonly zh: string; readonly en: string }, agents: boolean): string {
  const beside = agents ? BESIDE.agents : BESIDE.holderOnly;
  return page(
    '取件二维码',
    `<h1>取件二维码</h1><p class="place">${escapeHtml(place.zh)}</p>${qrSvg(qr)}
<p>在自助终端选择“取件”，把二维码放到扫码口前。</p><p>${beside.zh}</p>
<p class="en" lang="en">Pick-up code for ${escapeHtml(place.en)}. Choose “Pick up” on the terminal and hold this code before its scanner. ${beside.en}</p>`,
  );
}

const ENDS = {
  taken: ['已取走', '文件已经领取，这个二维码不能再用。', 'Already collected. This code cannot be used again.'],
  takenBack: [
    '已由工作人员取回',
    '请带身份证到窗口领取，这个二维码不能再用。',
    'Staff took it back. Please come to the counter with your identity card.',
  ],
  missing: [
    '请到窗口询问',
    '这个二维码不能再用。请带身份证到窗口询问，工作人员会帮您查找。',
    'This code cannot be used. Please ask at the counter with your identity card; staff will look into it.',
  ],
  lost: [
    '请联系窗口',
    '自助文件柜正在清点，这个二维码不能再用。请打开更新的短信，没有的请带身份证到窗口询问。',
    'The locker is being checked and this code cannot be used. Please open a later message, or ask at the counter with your identity card.',
  ],
  replaced: [
    '二维码已更换',
    '请打开最新一条短信里的链接。',
    'This code was replaced. Please open the link in the latest message.',
  ],
  unknown: [
    '没有这个取件码',
    '请重新点开短信里的链接，不要手工输入网址。',
    'There is no such code. Please open the link in the message again.',
  ],
  tooMany: ['请稍后再试', '打开得太频繁，请过几分钟再试。', 'Too many attempts. Please try again in a few minutes.'],
} as const;

export function endPage(end: keyof typeof ENDS): string {
  const [title, sentence, english] = ENDS[end];
  return page(title, `<h1>${title}</h1><p>${sentence}</p><p class="en" lang="en">${english}</p>`);
}

const page = (title: string, body: string): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><header>一网通办 · 自助文件柜</header><article>${body}</article>
<footer><p>样本系统：人员、机构和内容均为虚构，仅供演示。</p><p>有疑问请拨打 12345。</p></footer></main></body></html>
`;

const QUIET_ZONE = 4;

/** Drawn as one path, with the quiet zone that scanners need. */
function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) squares.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`);
    }
  }
  const side = modules.size + 2 * QUIET_ZONE;
  return `<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="取件二维码" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${squares.join('')}"/></svg>`;
}
