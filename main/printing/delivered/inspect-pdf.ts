import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { findActiveContent } from './active-content.ts';
import { isA4, walkPages } from './page-tree.ts';

/** Why a PDF is not printed; for tests and the technician's eye, the resident gets one sentence for all. */
export type Objection = 'unreadable' | 'encrypted' | 'activeContent' | 'pageTree' | 'pageSize';

export type Inspection =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly why: Objection };

/** What is posted to the thread that inspects. */
export interface InspectTask {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
}

const refuse = (why: Objection): Inspection => ({ ok: false, why });

/** Parses a PDF and looks through all of it. May take for ever on hostile bytes: call it in a bounded thread. */
export async function inspectPdf(bytes: Uint8Array, maxPages: number): Promise<Inspection> {
  const document = await parse(bytes);
  if (document === undefined) return refuse('unreadable');
  const { context } = document;
  if (context.trailerInfo.Encrypt !== undefined) return refuse('encrypted');
  const root = context.lookup(context.trailerInfo.Root);
  if (!(root instanceof PDFDict)) return refuse('unreadable');
  const pages = walkPages(context, root.get(PDFName.of('Pages')), maxPages);
  if (pages === undefined || pages.length === 0) return refuse('pageTree');
  if (findActiveContent(context)) return refuse('activeContent');
  return pages.every((page) => isA4(context, page)) ? { ok: true, pages: pages.length } : refuse('pageSize');
}

/** Undefined when the bytes cannot be read. The library throws errors of many kinds on broken files. */
async function parse(bytes: Uint8Array): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      throwOnInvalidObject: true,
      updateMetadata: false,
      // Or the library would drop the forms that the search below is for.
      preserveXFA: true,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
  } catch {
    return undefined;
  }
}
