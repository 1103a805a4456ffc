import { execFileSync } from 'node:child_process';

const RESOLUTION_DPI = 110;

/** The first page of a PDF as PNG, drawn by poppler. Throws when `pdftoppm` (poppler-utils) is missing. */
export function firstPage(pdf: string): Buffer {
  const flags = ['-png', '-f', '1', '-l', '1', '-singlefile', '-r', String(RESOLUTION_DPI)];
  return execFileSync('pdftoppm', [...flags, pdf], { maxBuffer: 32 * 1024 * 1024 });
}
