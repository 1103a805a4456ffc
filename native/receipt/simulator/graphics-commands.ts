import type { PrintHead } from './print-head.ts';

/** Reads the commands that carry pictures and codes, behind their two bytes of name. */
export interface GraphicsCommands {
  /** GS v 0. `continues`: the last command was one too. */
  rasterImage(continues: boolean): Promise<void>;
  /** GS ( k. */
  twoDimensionalCode(): Promise<void>;
}

export interface GraphicsParts {
  readonly head: PrintHead;
  readonly nextByte: () => Promise<number>;
  readonly unknown: (bytes: number) => void;
}

export function createGraphicsCommands({ head, nextByte, unknown }: GraphicsParts): GraphicsCommands {
  let qrData = '';
  const word = async (): Promise<number> => (await nextByte()) + 256 * (await nextByte());
  return {
    async rasterImage(continues) {
      if ((await nextByte()) !== 0x30) return unknown(3);
      const m = (await nextByte()) % 48;
      const widthBytes = await word();
      const height = await word();
      const rows = new Uint8Array(widthBytes * height);
      for (let index = 0; index < rows.length; index += 1) rows[index] = await nextByte();
      await head.image({ widthBytes, rows, scaleX: m & 1 ? 2 : 1, scaleY: m & 2 ? 2 : 1, continues });
    },
    async twoDimensionalCode() {
      if ((await nextByte()) !== 0x6b) return unknown(3);
      const length = await word();
      const bytes: number[] = [];
      while (bytes.length < length) bytes.push(await nextByte());
      const [cn, fn, first, ...rest] = bytes;
      if (cn !== 0x31) unknown(length + 5);
      else if (fn === 0x43) head.modes.qrModuleDots = first ?? head.modes.qrModuleDots;
      else if (fn === 0x50) qrData = new TextDecoder().decode(Uint8Array.from(rest));
      else if (fn === 0x51) await head.qr(qrData);
      else if (fn !== 0x41 && fn !== 0x45) unknown(length + 5);
    },
  };
}
