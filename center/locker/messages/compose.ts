import type { NoticeKind } from './message.ts';

/** What a message can speak of. Never a person's name: messages stand on screens that lie on tables. */
export interface MessageFacts {
  readonly itemName: string;
  readonly place: string;
  /** Whether somebody else may fetch it. */
  readonly agents: boolean;
  readonly direction: 'document' | 'material';
  /** ISO 8601 with offset; absent where nobody said until when. */
  readonly until?: string | undefined;
  /** When it happened, ISO 8601 with offset. */
  readonly at: string;
  readonly codes?: { readonly code: string; readonly link: string } | undefined;
}

const SIGNATURE = '【一网通办】';
const QUESTIONS = '咨询请拨打12345。';

/** The text of an SMS, in Chinese. */
export function composeMessage(kind: NoticeKind, facts: MessageFacts): string {
  const { itemName, place, at } = facts;
  switch (kind) {
    case 'deposited':
      return `${SIGNATURE}您的“${itemName}”已放入${place}的自助文件柜，请${until(facts)}领取。${how(facts)}${QUESTIONS}`;
    case 'again':
      return `${SIGNATURE}您的“${itemName}”的取件码已更换，以前的取件码和二维码作废。请到${place}的自助文件柜领取。${how(facts)}${QUESTIONS}`;
    case 'reminder':
      return `${SIGNATURE}您的“${itemName}”还在${place}的自助文件柜里，请尽快领取，超过期限将由工作人员取回。${how(facts)}${QUESTIONS}`;
    case 'takenBack':
      return facts.direction === 'document'
        ? `${SIGNATURE}您的“${itemName}”没有领取，工作人员已于${timeText(at)}从自助文件柜取回，原来的取件码作废。请带身份证到${place}的窗口领取。${QUESTIONS}`
        : `${SIGNATURE}您为“${itemName}”放入自助文件柜的材料，工作人员已于${timeText(at)}取出，请联系${place}的窗口。${QUESTIONS}`;
    case 'taken':
      return facts.direction === 'document'
        ? `${SIGNATURE}您的“${itemName}”已于${timeText(at)}在${place}的自助文件柜领取。如果不是您或您委托的人领取的，请立即拨打12345。`
        : `${SIGNATURE}您为“${itemName}”提交的材料，工作人员已于${timeText(at)}收取。${QUESTIONS}`;
    case 'handedIn':
      return `${SIGNATURE}您为“${itemName}”提交的材料已于${timeText(at)}放入${place}的自助文件柜，工作人员收取后会办理。${QUESTIONS}`;
  }
}

/** Two proofs: the card and a code; or, where others may fetch it, both codes. */
function how({ codes, agents }: MessageFacts): string {
  if (codes === undefined) return '请带身份证，使用此前短信里的取件码或二维码。';
  const own = `请带身份证，再输入取件码${codes.code}或扫描取件二维码 ${codes.link} 。`;
  return agents ? `${own}请人代领的，取件码和二维码都要给代领人。` : `${own}只能由本人领取。`;
}

const until = ({ until: day }: MessageFacts): string => (day === undefined ? '' : `在${dateText(day)}前`);

/** In Shanghai, whatever offset the kiosk reported with. */
function local(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
}

function dateText(instant: string): string {
  const [, month = '', day = ''] = local(instant).slice(0, 10).split('-');
  return `${Number(month)}月${Number(day)}日`;
}

const timeText = (instant: string): string => `${dateText(instant)}${local(instant).slice(11, 16)}`;

/** `123456` → `****56`: who sees it can tell two codes apart and use neither. */
export const maskCode = (code: string): string => `****${code.slice(-2)}`;
