import { readFile } from 'node:fs/promises';

/** Pages of a PDF file; null if it is none: a real printer aborts such a job. */
export async function countPages(path: string): Promise<number | null> {
  // Loaded with the first document: it takes 0.2 s, which a warming printer has and a starting program has not.
  const { PDFDocument } = await import('pdf-lib');
  try {
    return (await PDFDocument.load(await readFile(path), { updateMetadata: false })).getPageCount();
  } catch (cause) {
    if (cause instanceof Error) return null;
    throw cause;
  }
}
