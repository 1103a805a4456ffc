import type { Ticket, TicketLine } from '../../../contract/catalogue/ticket.ts';
import { unreachable } from '../../../contract/result.ts';
import type { Language } from '../../../contract/screen.ts';
import type { ReceiptDocument, ReceiptLine } from '../../../native/receipt/receipt.ts';

const PLACEHOLDER = /\{([a-z][A-Za-z0-9]{0,39})\}/g;

/**
 * A ticket with its facts filled in, for the receipt printer. A line with a placeholder that has no fact is left out
 * whole. Facts are only ever text: a brace in one is printed as it is.
 */
export function composeTicket(
  ticket: Ticket,
  facts: Readonly<Record<string, string>>,
  language: Language,
): ReceiptDocument {
  const tongue = language === 'zh-CN' ? 'zh' : 'en';
  return ticket.lines.flatMap((line) => fill(line, facts, tongue));
}

function fill(line: TicketLine, facts: Readonly<Record<string, string>>, tongue: 'zh' | 'en'): ReceiptLine[] {
  switch (line.kind) {
    case 'text': {
      const text = written(line.text[tongue], facts);
      if (text === undefined) return [];
      return [{ kind: 'text', text, align: line.align ?? 'left', size: line.size ?? 1, bold: line.bold ?? false }];
    }
    case 'pair': {
      const label = written(line.label[tongue], facts);
      const value = written(line.value[tongue], facts);
      return label === undefined || value === undefined ? [] : [{ kind: 'pair', label, value }];
    }
    case 'qr': {
      const data = written(line.data, facts);
      if (data === undefined) return [];
      const caption = line.caption && written(line.caption[tongue], facts);
      return [{ kind: 'qr', data }, ...(caption ? [{ kind: 'text', text: caption, align: 'center' } as const] : [])];
    }
    case 'rule':
    case 'feed':
      return [line];
    default:
      return unreachable(line);
  }
}

/** Undefined where a fact is missing or empty. */
function written(text: string, facts: Readonly<Record<string, string>>): string | undefined {
  const missing = [...text.matchAll(PLACEHOLDER)].some(([, key = '']) => !Object.hasOwn(facts, key) || !facts[key]);
  return missing ? undefined : text.replace(PLACEHOLDER, (_, key: string) => facts[key] ?? '');
}
