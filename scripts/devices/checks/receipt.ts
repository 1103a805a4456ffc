import { receiptPrinterOver } from '../../../main/devices/facades/receipt-printer.ts';
import type { ReceiptDocument } from '../../../native/receipt/receipt.ts';
import type { DeviceCheck } from './check.ts';

/** Everything a receipt can hold: two sizes, hanzi, a rare character as picture, a pair, a code. */
const SLIP: ReceiptDocument = [
  { kind: 'text', text: '通办 测试小票', align: 'center', size: 2, bold: true },
  { kind: 'text', text: 'Tongban test slip', align: 'center' },
  { kind: 'rule' },
  { kind: 'pair', label: '普通字', value: '上海市一网通办' },
  { kind: 'pair', label: '生僻字', value: '𬭚𫖯' },
  { kind: 'qr', data: 'TONGBAN TEST SLIP' },
  { kind: 'text', text: '能看清以上内容，裁切整齐，即为正常。', align: 'center' },
];

/** A slip is printed, and the printer says that it came to its end. */
export const checkReceipt: DeviceCheck = async ({ link, say }) => {
  const printer = receiptPrinterOver(link);
  const status = await printer.status();
  say.line('seen', status.ok ? `  ${JSON.stringify(status.value)}` : `  ${status.error}`);
  if (!status.ok) return false;
  say.line('do', '→ A test slip is being printed.');
  const printed = await printer.print(SLIP);
  say.line('seen', printed.ok ? '  the printer has finished the slip' : `  not printed: ${printed.error}`);
  if (printed.ok) say.line('do', '→ Look at it: two sizes, the two rare characters, a code, a clean cut.');
  return printed.ok;
};
