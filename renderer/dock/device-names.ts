import type { DeviceName } from '../../contract/device-status.ts';

export const DEVICE_NAMES: Readonly<Record<DeviceName, string>> = {
  idCard: '读卡器',
  socialCard: '社保卡读卡器',
  scanner: '扫码器',
  receipt: '小票打印机',
  document: 'A4 打印机',
  locker: '文件柜',
  auxiliaries: '灯和感应器',
  ups: '不间断电源',
};
