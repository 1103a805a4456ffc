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
  return ticket.lines.flatMap((line) => {
    const filled = fill(line, facts, tongue);
    return filled ? [filled] : [];
  });
}

function fill(line: TicketLine, facts: Readonly<Record<string, string>>, tongue: 'zh' | 'en'): ReceiptLine | undefined {
  switch (line.kind) {
    case 'text': {
      const text = written(line.text[tongue], facts);
      return text === undefined ? undefined : { ...line, text };
    }
    case 'pair': {
      const label = written(line.label[tongue], facts);
      const value = written(line.value[tongue], facts);
      return label === undefined || value === undefined ? undefined : { kind: 'pair', label, value };
    }
    case 'qr': {
      const data = written(line.data, facts);
      return data === undefined ? undefined : { kind: 'qr', data };
    }
    case 'rule':
    case 'feed':
      return line;
    default:
      return unreachable(line);
  }
}

/** Undefined where a fact is missing or empty. */
function written(text: string, facts: Readonly<Record<string, string>>): string | undefined {
  const missing = [...text.matchAll(PLACEHOLDER)].some(([, key = '']) => !Object.hasOwn(facts, key) || !facts[key]);
  return missing ? undefined : text.replace(PLACEHOLDER, (_, key: string) => facts[key] ?? '');
}
