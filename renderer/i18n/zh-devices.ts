/** Words of the devices on the technician's page. */
export const zhDevices = {
  devicesTitle: '设备',
  /** In the order of `deviceNameSchema`. */
  deviceNames: [
    '身份证读卡器',
    '社保卡读卡器',
    '扫码器',
    '小票打印机',
    '文件打印机',
    '柜门控制板',
    '指示灯与传感器',
    '不间断电源',
  ],
  /** In the order of `deviceStateSchema`. */
  deviceStates: ['正常', '没有回应', '没有设备', '有故障', '正在启动'],
  /** It answers, and something about it must be mended. */
  deviceAttention: '需要处理',
  deviceSince: (when: string) => `自 ${when}`,
  deviceEvidence: (when: string, what: string) => `${when} 依据：${what}`,
  deviceCounts: (answered: number, unanswered: number, retries: number, discarded: number) =>
    `回应 ${answered} 次，无回应 ${unanswered} 次，重试 ${retries} 次，丢弃 ${discarded} 字节`,
  deviceHalfWithin: (bound: number) => `一半的回应不超过 ${bound} 毫秒`,
  deviceRestarts: (count: number) => `驱动进程重启过 ${count} 次`,
  devicesAbsent: (names: string) => `没有安装：${names}`,
};
