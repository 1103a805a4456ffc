import type {
  ActKind,
  ActState,
  CellOutReason,
  CellSize,
  CellView,
  ExceptionKind,
  ParcelState,
  StaffReason,
} from '../../../contract/locker.ts';
import type { Delivery, MessageFailure, NoticeKind } from '../messages/message.ts';

/** The operators' pages are for people at the center: Chinese, short. */
export const EXCEPTIONS: Readonly<Record<ExceptionKind, string>> = {
  interrupted: '断电或重启，动作没有做完',
  openAtStart: '开机时门开着',
  openedAlone: '没有指令门却开了',
  leftOpen: '门开着没有关',
  notOpened: '发了指令门没有开',
  doorUnknown: '读不到门的状态',
  itemMissing: '应有物品，感应不到',
  itemUnexpected: '不应有物品，却感应到',
  inventory: '盘点不符',
  guessing: '有人试猜取件码',
};
/** Somebody may be at a door that is not theirs: first on the page. */
export const ALARMS: ReadonlySet<ExceptionKind> = new Set(['openedAlone', 'itemMissing', 'guessing']);

export const CELL_STATES: Readonly<Record<CellView['state'], string>> = {
  free: '空',
  reserved: '预留',
  occupied: '有件',
  outOfService: '停用',
};
export const SIZES: Readonly<Record<CellSize, string>> = { small: '小', medium: '中', large: '大' };
export const DOORS: Readonly<Record<CellView['door'], string>> = {
  open: '门开',
  closed: '门关',
  unknown: '门状态不明',
};
export const OUT: Readonly<Record<CellOutReason, string>> = {
  doorUnknown: '门状态不明',
  doorStuck: '门打不开',
  leftOpen: '门没关',
  alarm: '报警',
  disagrees: '账实不符',
  staff: '人工停用',
};
export const PARCEL_STATES: Readonly<Record<ParcelState, string>> = {
  planned: '已预留',
  putting: '正在放入',
  stored: '在柜里',
  releasing: '正在取',
  inHand: '在工作人员手上',
  uncertain: '异常待处理',
  released: '已取走',
  takenBack: '已收回',
  lost: '下落不明',
  canceled: '没有放入',
};
export const ACT_KINDS: Readonly<Record<ActKind, string>> = {
  putIn: '放入',
  pickUp: '领取',
  takeBack: '收回',
  empty: '收取材料',
  move: '换柜格',
  inspect: '检查',
};
export const ACT_STATES: Readonly<Record<ActState, string>> = {
  planned: '待开',
  open: '开着',
  closed: '已关',
  notOpened: '没有打开',
  unknown: '不明',
  leftOpen: '没有关',
};
export const REASONS: Readonly<Record<StaffReason, string>> = {
  overdue: '超期没有取',
  residentAsks: '居民要求',
  wrongDocument: '放错文件',
  checkCell: '检查柜格',
  doorFault: '门故障',
  lockFault: '锁故障',
  dirty: '清洁',
  emptying: '收取',
  moving: '换柜格',
  settling: '处理异常',
  other: '其他',
};
export const KINDS: Readonly<Record<NoticeKind, string>> = {
  deposited: '到件',
  again: '重发',
  reminder: '催领',
  takenBack: '收回',
  taken: '已领',
  handedIn: '收到材料',
};
export const DELIVERIES: Readonly<Record<Delivery, string>> = {
  waiting: '等取件码',
  queued: '发送中',
  logged: '已记录（未配置发送）',
  sent: '已发送',
  failed: '发送失败',
  superseded: '已作废',
};
export const FAILURES: Readonly<Record<MessageFailure, string>> = {
  noMobile: '没有手机号',
  elsewhere: '不是本网点的办件',
  queueFull: '待发太多',
  codeUnreadable: '取件码无法读出',
  unreachable: '连不上短信平台',
  timeout: '短信平台超时',
  redirect: '短信平台转址，未跟随',
  serverError: '短信平台出错',
  refused: '短信平台拒收',
};
