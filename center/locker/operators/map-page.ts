import { escapeHtml } from '../../api/verify-page.ts';
import type { KnownAct } from '../reports/acts.ts';
import type { KnownParcel } from '../reports/parcels.ts';
import type { LockerMap, MapCell } from './map-view.ts';
import { ageText, agoText, longText, maskCaseNumber, operatorPage, shortTime, table } from './page.ts';
import {
  ACT_KINDS,
  ACT_STATES,
  ALARMS,
  CELL_STATES,
  DOORS,
  EXCEPTIONS,
  OUT,
  PARCEL_STATES,
  REASONS,
  SIZES,
} from './words.ts';

export interface MapPageFacts {
  readonly maps: readonly LockerMap[];
  readonly now: Date;
  readonly failedMessages: number;
  /** Whose codes do not come. */
  readonly stuckMessages: number;
  readonly failedLogins: number;
}

/** 文件柜: what is where, what is wrong, and how old that knowledge is. Whose it is stands nowhere. */
export function mapPage({ maps, now, failedMessages, stuckMessages, failedLogins }: MapPageFacts): string {
  const alarms = maps.flatMap(({ kioskId, place, exceptions }) =>
    exceptions
      .filter(({ kind }) => ALARMS.has(kind))
      .map(({ cell, kind }) => `${escapeHtml(place)}（${escapeHtml(kioskId)}）${cell}号柜格：${EXCEPTIONS[kind]}`),
  );
  for (const { kioskId, place, lost, missing } of maps) {
    const where = `${escapeHtml(place)}（${escapeHtml(kioskId)}）`;
    if (missing.length > 0) alarms.push(`${where}${missing.length} 件下落不明`);
    if (lost.length > 0) alarms.push(`${where}记录丢失，${lost.length} 件下落待查`);
  }
  if (failedMessages > 0) alarms.push(`有 ${failedMessages} 条通知发送失败`);
  if (stuckMessages > 0) alarms.push(`有 ${stuckMessages} 条通知等不到取件码，没有发出`);
  if (failedLogins > 0) alarms.push(`最近十分钟内登录失败 ${failedLogins} 次`);
  const top = alarms.map((alarm) => `<p class="alarm" role="alert">${alarm}</p>`).join('');
  const none = maps.length === 0 ? '<section><p>还没有终端报告过文件柜。</p></section>' : '';
  return operatorPage('文件柜', `${top}${none}${maps.map((map) => kioskSection(map, now)).join('')}`);
}

function kioskSection(map: LockerMap, now: Date): string {
  const { kioskId, place, lastReportAt, cells, exceptions, overdue, missing, lost, inHand, acts, inventory } = map;
  const count = (state: MapCell['state']): number => cells.filter((cell) => cell.state === state).length;
  const asOf =
    lastReportAt === null ? '' : `截至 ${shortTime(lastReportAt)}（最后一次报告：${agoText(lastReportAt, now)}）`;
  const counted =
    inventory === undefined
      ? '还没有盘点'
      : `上次盘点 ${shortTime(inventory.at)}，${inventory.cells} 格，${inventory.differences} 处不符`;
  const faults = exceptions.map(({ cell, kind }) => [`${cell}号`, `<span class="fault">${EXCEPTIONS[kind]}</span>`]);
  return `<section><h2>${escapeHtml(place)}</h2>
<p class="hint">${escapeHtml(kioskId)} · ${asOf}</p>
<p>空 ${count('free')} · 预留 ${count('reserved')} · 有件 ${count('occupied')} · 停用 ${count('outOfService')} · 超期 ${overdue.length} · ${counted}</p>
<div class="grid">${cells.map((cell) => cellTile(cell, now)).join('')}</div>
${part('异常待处理', ['柜格', '情况'], faults)}
${part(
  '下落不明',
  ['办件', '原柜格', '状态', '放入'],
  missing.map((parcel) => parcelRow(parcel, now)),
)}
${part(
  '终端记录丢失，下落待查',
  ['办件', '原柜格', '状态', '放入'],
  lost.map((parcel) => parcelRow(parcel, now)),
)}
${part(
  '超期',
  ['办件', '柜格', '状态', '放入'],
  overdue.map((parcel) => parcelRow(parcel, now)),
)}
${part(
  '在工作人员手上',
  ['办件', '柜格', '状态', '放入'],
  inHand.map((parcel) => parcelRow(parcel, now)),
)}
${part('最近开门', ['时间', '柜格', '动作', '结果', '谁', '原因'], acts.map(actRow))}</section>`;
}

const part = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `<h3>${title}（${rows.length}）</h3>${table(heads, rows)}`;

function cellTile({ cell, size, state, door, out, exceptions, parcel, overdue }: MapCell, now: Date): string {
  const since = parcel?.storedAt ?? parcel?.changedAt;
  const lines = [
    ...(parcel && since ? [`${PARCEL_STATES[parcel.state]} ${ageText(since, now)}${overdue ? ' · 超期' : ''}`] : []),
    ...(parcel?.direction === 'material' ? ['材料'] : []),
    ...(out === null ? [] : [OUT[out]]),
    ...(door === 'closed' ? [] : [DOORS[door]]),
  ];
  const faults = exceptions.map((kind) => `<div class="fault">${EXCEPTIONS[kind]}</div>`);
  return `<div class="cell ${state}${overdue ? ' late' : ''}"><b><span>${cell}</span><span>${SIZES[size]}</span></b><div>${CELL_STATES[state]}</div>${lines.map((line) => `<div>${line}</div>`).join('')}${faults.join('')}</div>`;
}

const parcelRow = ({ caseNumber, cell, state, storedAt, changedAt }: KnownParcel, now: Date): string[] => [
  maskCaseNumber(caseNumber),
  cell === null ? '—' : `${cell}号`,
  PARCEL_STATES[state],
  agoText(storedAt ?? changedAt, now),
];

function actRow({ plannedAt, cell, kind, state, actor, staffNumber, staffSecond, reason }: KnownAct): string[] {
  const staff = [staffNumber, staffSecond].filter((number) => number !== null).map(escapeHtml);
  const who = actor === 'staff' ? `工作人员 ${staff.join('、')}` : actor === 'agent' ? '代领人' : '本人';
  return [
    shortTime(plannedAt),
    `${cell}号`,
    ACT_KINDS[kind],
    ACT_STATES[state],
    longText(who),
    reason === null ? '—' : REASONS[reason],
  ];
}
