import { entry } from './entry.ts';

/** Scanner, locker boards, lights and sensors. */
export const DEVICE_ERRORS = {
  // Scanner
  'scanner.notOurs': entry(
    '这个码不能在本机使用。请出示随申码，或本机小票、取件短信上的二维码。',
    'This code is of no use here. Please show a Suishenma code, or the code on a slip or pick-up message.',
    'scanned content is of no known kind, too long, or holds control characters',
    'mendAndContinue',
  ),
  'scanner.offline': entry(
    '扫码器暂时不能用，请用身份证办理。',
    'The scanner does not work. Please use your identity card.',
    'no reply to a trigger command within its limit, or the port or device is gone',
    'elsewhere',
  ),
  // Locker boards
  'locker.offline': entry(
    '柜门控制暂时不能用，柜门没有打开。请联系工作人员。',
    'The locker does not answer; no door was opened. Please ask the staff.',
    'no valid reply from the lock board, or the port is gone; no unlock frame was sent',
    'askStaff',
  ),
  'locker.notOpened': entry(
    '柜门没有弹开。请轻推一下柜门再试一次，还是不行请联系工作人员。',
    'The door did not open. Push it gently and try again, or ask the staff.',
    'unlock pulse sent, and the door switch still says closed',
    'tryAgain',
  ),
  'locker.doorUnknown': entry(
    '不能确定柜门是否打开。请看一下柜门，如果没有开，请联系工作人员。',
    'It is not certain whether the door opened. Please look at it, and ask the staff if it is closed.',
    'unlock frame sent, then the board or its switch could not be read',
    'askStaff',
  ),
  'locker.noSuchCell': entry(
    '没有这个柜门，请联系工作人员。',
    'There is no such door. Please ask the staff.',
    'cell number outside the boards of the configuration',
    'askStaff',
  ),
  // Lights, sensors, UPS
  'auxiliaries.offline': entry(
    '机器的指示灯和传感器暂时没有回应，不影响您办理。',
    'The lights and sensors of this machine do not answer. You can go on.',
    'no valid reply from the Modbus IO board, or the port is gone',
    'askStaff',
  ),
} as const;
