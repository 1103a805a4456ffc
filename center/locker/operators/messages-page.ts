import { escapeHtml } from '../../api/verify-page.ts';
import type { Message } from '../messages/message.ts';
import { longText, operatorPage, shortTime, table } from './page.ts';
import { DELIVERIES, FAILURES, KINDS } from './words.ts';

/** 通知: what people were told, with numbers and codes masked, and what became of it. */
export function messagesPage(messages: readonly Message[]): string {
  const rows = messages.map((message) => [
    shortTime(message.receivedAt),
    escapeHtml(message.kioskId),
    KINDS[message.kind],
    escapeHtml(message.maskedMobile ?? '—'),
    longText(escapeHtml(message.maskedText ?? '—')),
    stateText(message),
  ]);
  const body =
    rows.length === 0 ? '<p>还没有通知。</p>' : table(['时间', '终端', '种类', '手机', '内容', '状态'], rows);
  return operatorPage('通知', `<section>${body}</section>`);
}

function stateText({ state, attempts, failure }: Message): string {
  const tries = attempts > 1 ? `，试了 ${attempts} 次` : '';
  const why = failure === null ? '' : `：${FAILURES[failure]}`;
  const text = `${DELIVERIES[state]}${why}${tries}`;
  return state === 'failed' ? `<span class="fault">${text}</span>` : text;
}
