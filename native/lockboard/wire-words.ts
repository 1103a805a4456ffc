import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import type { BoardProtocol, BoardReply, Line } from './board-protocol.ts';

/** Shows `1`, `0`, or `?` where the board does not know. */
const lineText = (line: Line): string => (line === undefined ? '?' : String(line));

/** A reply in words. Nothing on these lines is personal. */
export function replyWords(reply: BoardReply): string {
  const board = `board ${reply.address}`;
  switch (reply.kind) {
    case 'lines': {
      const items = reply.items ? `, items ${reply.items.map(lineText).join('')}` : '';
      return `${board}: lines ${reply.lines.map(lineText).join('')}${items}`;
    }
    case 'line':
      return `${board}: channel ${reply.channel + 1} line ${lineText(reply.line)}`;
    case 'unlock':
      return `${board}: unlock of channel ${reply.channel + 1} ${reply.accepted ? 'taken' : 'refused'}`;
    case 'report':
      return `${board}: reports channel ${reply.channel + 1} line ${lineText(reply.line)}`;
  }
}

export const hexText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');

/** For a tap: requests as hex with their name, which the driver writes whole; replies in words, what is no reply by number. */
export function boardReport(
  tell: (direction: WireDirection, text: string) => void,
  decoder: ReturnType<BoardProtocol['decoder']>,
  requestName: (frame: Uint8Array) => string,
): WireReport {
  return (direction, bytes) => {
    if (direction === 'toDevice') return tell(direction, `${hexText(bytes)} (${requestName(bytes)})`);
    for (const event of decoder.push(bytes)) {
      if (event.type === 'frame') tell(direction, replyWords(event.frame));
      else if (event.type === 'refused') tell(direction, `(wrong ${event.reason})`);
      else tell(direction, `(${event.bytes} bytes discarded)`);
    }
  };
}
