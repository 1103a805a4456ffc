import { lockerOver } from '../../../main/devices/facades/locker.ts';
import type { LockerEvent } from '../../../native/lockboard/lockboard.ts';
import { type DeviceCheck, HAND_LIMIT_MS } from './check.ts';

/** No unlock frame leaves later than this after the technician asked. */
const OPEN_WITHIN_MS = 3_000;

/** Shows all doors; opens the one cell that was named, and waits for it to be closed again. */
export const checkLocker: DeviceCheck = async ({ link, say, cell, next }) => {
  const locker = lockerOver(link);
  const states = await locker.states();
  if (!states.ok) {
    say.line('seen', `  ${states.error}`);
    return false;
  }
  const of = (door: string): number[] => states.value.filter((one) => one.door === door).map((one) => one.cell);
  for (const door of ['open', 'closed', 'unknown']) say.line('seen', `  ${door}: ${of(door).join(' ') || '–'}`);
  if (cell === undefined) {
    say.line('do', '  No door is opened unless you name it: --cell N');
    return of('unknown').length === 0;
  }
  if (!states.value.some((one) => one.cell === cell)) {
    say.line('seen', `  there is no cell ${cell}: they are 1 to ${states.value.length}`);
    return false;
  }
  say.line('do', `→ Cell ${cell} is being opened. Keep your face away from its door.`);
  const opened = await locker.open(cell, OPEN_WITHIN_MS);
  say.line('seen', `  ${opened.ok ? `its sensor says: ${opened.value}` : opened.error}`);
  if (!opened.ok) return false;
  say.line('do', `→ Close cell ${cell}.`);
  const closed = await next((event) => closedCell(event as LockerEvent, cell), HAND_LIMIT_MS);
  say.line('seen', closed ? '  closed' : '  its sensor still says open');
  return closed === true;
};

const closedCell = (event: LockerEvent, cell: number): true | undefined =>
  event.type === 'door' && event.cell === cell && event.door === 'closed' ? true : undefined;
