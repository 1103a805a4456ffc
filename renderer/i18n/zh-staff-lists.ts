import type { ErrorCode } from '../../contract/errors.ts';
import type {
  CellOutReason,
  CellSize,
  Direction,
  ExceptionKind,
  ParcelState,
  StaffReason,
} from '../../contract/locker.ts';

const directions: Record<Direction, string> = { document: '证照', material: '材料' };
const states: Record<ParcelState, string> = {
  planned: '已预留',
  putting: '正在放入',
  stored: '在柜里',
  releasing: '正在取',
  inHand: '在工作人员手上',
  uncertain: '待查清',
  released: '已取走',
  takenBack: '已收回',
  lost: '不在柜里',
  canceled: '没有放入',
};
const sizes: Record<CellSize, string> = { small: '小格', medium: '中格', large: '大格' };
const outReasons: Record<CellOutReason, string> = {
  doorUnknown: '门的状态读不到',
  doorStuck: '门打不开',
  leftOpen: '门没有关好',
  alarm: '柜门没有指令就开过',
  disagrees: '和记录不符',
  staff: '工作人员停用',
};
const exceptionKinds: Record<ExceptionKind, string> = {
  interrupted: '开门时断电或重启',
  openAtStart: '启动时门开着',
  openedAlone: '柜门没有指令就开了（可能被强行拉开）',
  leftOpen: '门没有关好',
  notOpened: '门打不开',
  doorUnknown: '门的状态读不到',
  itemMissing: '件不见了',
  itemUnexpected: '多了东西',
  inventory: '盘点不符',
  guessing: '有人乱试取件码',
};
const exceptionTexts: Record<ExceptionKind, string> = {
  interrupted: '不知道那时放了没有、取了没有。请开门看一看，再选下面的结果。',
  openAtStart: '设备启动时这一格的门是开的。请看一看里面，关好门，再选结果。',
  openedAlone: '机器没有发开门的指令。请马上看里面的件还在不在。',
  leftOpen: '门开得太久。请看一看里面，关好门，再选结果。',
  notOpened: '发了开门的信号，门没有动。请看锁有没有卡住。',
  doorUnknown: '发了开门的信号，读不到门的状态。请到柜前看一看。',
  itemMissing: '记录里有件，感应器看不到。请开门看一看。',
  itemUnexpected: '记录里是空的，里面却有东西。请开门看一看，把东西取出来。',
  inventory: '盘点的结果和记录不同。请再看一次，再选结果。',
  guessing: '取件码连续输错，输入已锁定一段时间。请留意现场。',
};
const reasons: Record<StaffReason, string> = {
  overdue: '超期没有取',
  residentAsks: '本人要求',
  wrongDocument: '放错了件',
  checkCell: '检查柜格',
  doorFault: '门有毛病',
  lockFault: '锁有毛病',
  dirty: '要清洁',
  emptying: '取出材料',
  moving: '换一格放',
  settling: '处理异常',
  other: '其他原因',
};

/** Errors whose sentence for residents ends in “ask the staff”: staff are told what to do themselves. */
type StaffError = Extract<
  ErrorCode,
  | 'core.storeFailed'
  | 'locker.offline'
  | 'locker.notOpened'
  | 'locker.doorUnknown'
  | 'locker.full'
  | 'locker.outOfService'
  | 'locker.noSuchCell'
  | 'pickup.notReady'
>;
const errors: Record<StaffError, string> = {
  'core.storeFailed': '设备存不了记录，现在不能开门。请报修。',
  'locker.offline': '柜门控制板没有应答，现在不能开门。请检查电源和连线，或报修。',
  'locker.notOpened': '门没有弹开。轻推一下再试；还是不开，就停用这一格并报修。',
  'locker.doorUnknown': '读不到门的状态。请到柜前看门开了没有，再到“异常”里处理。',
  'locker.full': '没有合适的空柜了。先收回超期的证照，或取出材料。',
  'locker.outOfService': '这一格停用了，或有异常没有处理。请先处理。',
  'locker.noSuchCell': '没有这一格，请核对设备的配置。',
  'pickup.notReady': '这一件正在处理，现在不能动。',
};

/** Words of lists, cells, reasons and disagreements, in Chinese. */
export const zhStaffLists = {
  errors,
  directions,
  states,
  sizes,
  outReasons,
  exceptionKinds,
  exceptionTexts,
  reasons,
  // Parcels
  parcelsTitle: { document: '待取证照', material: '居民材料' },
  parcelsCount: (count: number) => `共 ${count} 件，最早的在前`,
  parcelsNone: { document: '柜里没有待取的证照', material: '柜里没有居民材料' },
  emptyAll: '逐个取出全部材料',
  unknownItem: '还没有核对',
  noCell: '不在柜里',
  days: (days: number) => (days === 0 ? '今天' : `${days} 天`),
  holder: '办件人',
  item: '事项',
  state: '状态',
  since: '时间',
  overdueTag: '超期',
  agentsYes: '可以代领',
  agentsNo: '只能本人领',
  agentsLabel: '代领',
  resent: '新的取件码已经发出',
  actions: {
    takeBack: '收回证照',
    empty: '取出材料',
    move: '换一格放',
    placeAnew: '重新放入',
    keep: '不放了，留在窗口',
    resend: '重发取件通知',
    inspect: '开柜查看',
    takeOut: '停用这一格',
    backInService: '恢复使用',
  },
  // Cells
  cellsTitle: '柜格',
  /** On a small door: at most two hanzi. */
  cellKinds: {
    free: '空',
    reserved: '预留',
    document: '待取',
    overdue: '超期',
    material: '材料',
    uncertain: '待查',
    out: '停用',
    alert: '异常',
    open: '门开',
  },
  cellKindCount: (kind: string, count: number) => `${kind} ${count}`,
  cellAbout: (cell: string, size: string, kind: string, age?: string) =>
    [cell, size, kind, age].filter(Boolean).join('，'),
  size: '大小',
  door: '柜门',
  doors: { open: '开着', closed: '关着', unknown: '读不到' },
  inside: '感应器',
  items: { present: '有东西', notPresent: '没有东西', unknown: '没有感应器' },
  outWhy: '停用原因',
  cellEmpty: '记录里是空的',
  // Reasons
  reasonTitles: {
    inspect: (cell: string) => `为什么打开 ${cell}？`,
    takeBack: (cell: string) => `为什么收回 ${cell}的件？`,
    takeOut: (cell: string) => `为什么停用 ${cell}？`,
    move: (cell: string) => `为什么给 ${cell}的件换柜？`,
  },
  reasonLead: '点一个原因，随后记录在案。',
  // Exceptions
  exceptionsTitle: '异常',
  exceptionsLead: '逐个处理，处理完的柜格恢复使用。',
  exceptionsEmpty: '没有异常，都对得上',
  lookFirst: '先开门看一看',
  whatWasThere: '现在请说看到了什么',
  verdicts: { inPlace: '件在里面', gone: '件不在了', nothing: '里面没有东西', removed: '里面有东西，我取出了' },
  doorOpenNow: '柜门现在开着',
  lastParcel: '这一格上一次放的件',
  caseEnding: (digits: string) => `办件尾号 ${digits}`,
  goneTitle: '再按一次确认：件不在柜里',
  goneText: '确认以后记为不在柜里，并报告中心，不能撤回。',
  goneYes: '确认：件不在柜里',
  goneNo: '不是，回去再看',
  noted: '知道了，处理完毕',
  verdictTexts: {
    inPlace: '记为在柜里',
    gone: '记为不在，报告中心',
    nothing: '柜格正常，处理完毕',
    removed: '记下，东西交给窗口',
  },
  // Inventory
  inventoryTitle: '盘点',
  inventoryLead: '对照每一格：相符、空的、有东西。要开门看，先到“柜格”里一格一格打开。',
  inventoryWritten: { empty: '应是空的', document: '应有证照', material: '应有材料', out: '已停用' },
  inventoryAnswers: { asWritten: '相符', empty: '空的', something: '有东西' },
  inventoryProgress: (confirmed: number, total: number) => `已核对 ${confirmed} / ${total}`,
  finishInventory: '盘点结束',
  finishEarly: (left: number) => `还有 ${left} 格没有核对`,
  inventoryDoneTitle: '盘点完成',
  inventoryAllAgree: (total: number) => `核对了 ${total} 格，全部相符`,
  inventoryDiffer: (count: number, total: number) => `核对了 ${total} 格，${count} 格不符`,
  inventoryDifferText: '不符的已经记入异常，请逐个处理。',
  inventoryLine: (written: string, seen: string) => `${written}，看到：${seen}`,
  toExceptions: '去处理异常',
  finish: '回到工作台',
};
