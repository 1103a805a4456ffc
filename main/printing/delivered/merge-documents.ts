import { PDFDocument } from 'pdf-lib';

/** Puts checked PDFs behind one another, in order, as one file. Throws on bytes that are no PDF: check them before. */
export async function mergeDocuments(documents: readonly Uint8Array[]): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of documents) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await merged.copyPages(source, source.getPageIndices())) merged.addPage(page);
  }
  return merged.save({ addDefaultPage: false, updateFieldAppearances: false });
}
