import { LONGEST_CODE_BYTES } from '../decode-text.ts';
import type { ScanRefusal } from '../scanner.ts';
import type { ScannedPart } from './reports.ts';

export type Reassembled =
  | { readonly type: 'code'; readonly bytes: Uint8Array; readonly symbology: string | undefined }
  | { readonly type: 'refused'; readonly reason: ScanRefusal };

/** Puts the parts of a code together. Bounded: of a code that is too long nothing is kept and nothing told. */
export interface Reassembly {
  /** What the part completed. */
  push(part: ScannedPart): Reassembled | undefined;
  /** A report that is no part: the code it stood in, or began, is spoiled up to its last part or `expire`. */
  spoil(): void;
  /** No further part came in time. */
  expire(): Reassembled | undefined;
  held(): number;
}

export function createReassembly(): Reassembly {
  let parts: Uint8Array[] = [];
  let length = 0;
  let symbology: string | undefined;
  let open = false;
  let spoiled: ScanRefusal | undefined;

  const clear = (): void => {
    parts = [];
    length = 0;
  };
  const spoilBy = (reason: ScanRefusal): void => {
    spoiled ??= reason;
    clear();
  };
  const close = (): Reassembled => {
    const done: Reassembled =
      spoiled === undefined
        ? { type: 'code', bytes: withoutEnd(Uint8Array.from(Buffer.concat(parts))), symbology }
        : { type: 'refused', reason: spoiled };
    clear();
    open = false;
    spoiled = undefined;
    symbology = undefined;
    return done;
  };

  return {
    push(part) {
      // A part of another kind of code: one was lost in between, and this is the end of something else.
      if (open && part.symbology !== symbology) spoilBy('incomplete');
      symbology = part.symbology;
      open = true;
      if (length + part.data.length > LONGEST_CODE_BYTES) spoilBy('tooLong');
      if (spoiled === undefined) {
        parts.push(part.data);
        length += part.data.length;
      }
      return part.continued ? undefined : close();
    },
    spoil() {
      // Also before the first part: it may have been that, and what follows is then the rest of a code.
      spoilBy('notDecodable');
    },
    expire() {
      if (!open) {
        spoiled = undefined;
        return undefined;
      }
      spoilBy('incomplete');
      return close();
    },
    held: () => length,
  };
}

/** The CR, LF or CR LF that the scanner may be set to add. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (bytes[end - 1] === 0x0a) end -= 1;
  if (bytes[end - 1] === 0x0d) end -= 1;
  return bytes.subarray(0, end);
}
