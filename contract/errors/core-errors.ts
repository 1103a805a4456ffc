import { entry } from './entry.ts';

/** The machine itself. */
export const CORE_ERRORS = {
  // Machine
  'core.restarted': entry(
    '机器刚刚重新启动，您的办理没有丢失。如果柜门开着，请关好柜门；请重新放上身份证。',
    'The machine has just restarted. Nothing is lost. If a locker door is open, please close it; then put your card on again.',
    'the core was restarted during a visit',
    'tryAgain',
  ),
  'core.storeFailed': entry(
    '机器暂时不能保存记录，不能办理新的事项。请到旁边的机器办理。',
    'The machine cannot keep records at the moment. Please use another machine.',
    'SQLite refused a write: disk full, I/O error or corrupt file',
    'elsewhere',
  ),
} as const;
