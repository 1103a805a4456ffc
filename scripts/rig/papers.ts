import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DockState } from '../../contract/dock.ts';

type PaperOnTable = DockState['papers'][number] & { readonly file: string };

/** What came out of the printers and lies there, as files under one folder. */
export class Papers {
  readonly #papers: PaperOnTable[] = [];
  readonly receiptsDir: string;
  readonly a4Dir: string;

  constructor(outDir: string) {
    this.a4Dir = join(outDir, 'papers');
    this.receiptsDir = join(outDir, 'receipts');
    mkdirSync(this.a4Dir, { recursive: true });
    mkdirSync(this.receiptsDir, { recursive: true });
  }

  addA4(file: string, pages: number): void {
    this.#add('a4', file, pages);
  }

  /** Keeps the picture and the text of a receipt side by side. */
  addReceipt({ png, text }: { png: Uint8Array; text: string }): void {
    const name = `receipt-${String(this.#papers.length + 1).padStart(3, '0')}-${Date.now()}`;
    const file = join(this.receiptsDir, `${name}.png`);
    writeFileSync(file, png);
    writeFileSync(join(this.receiptsDir, `${name}.txt`), text);
    this.#add('receipt', file, 1);
  }

  #add(kind: 'a4' | 'receipt', file: string, pages: number): void {
    const id = basename(file);
    this.#papers.push({ id, kind, pages, file, href: `/dock/papers/${encodeURIComponent(id)}` });
  }

  all(): readonly PaperOnTable[] {
    return this.#papers;
  }

  /** A hand takes everything out of tray and mouth; the files stay. */
  take(): void {
    this.#papers.length = 0;
  }
}
