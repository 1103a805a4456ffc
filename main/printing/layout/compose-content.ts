import type { Bilingual } from '../../../contract/text.ts';
import { shanghaiDate, shanghaiTime } from '../shanghai-time.ts';
import { cleanText } from './clean-text.ts';
import { type FrameWords, frameWords, inLanguage } from './frame-words.ts';
import type { LayoutRequest } from './layout-request.ts';
import { SIZE } from './page-geometry.ts';
import { type ContentField, writeParagraph, writeSubject, writeValue } from './written-fields.ts';

export type { ContentField } from './written-fields.ts';

export interface ContentTable {
  readonly title: string;
  readonly columns: readonly {
    readonly label: string;
    readonly align: 'left' | 'center' | 'right';
    readonly width: number;
    /** A number or a date: it should not be broken over two lines. */
    readonly whole: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** The words of a document in the order of the paper: everything that is drawn, and nothing about how. */
export interface DocumentContent {
  readonly title: string;
  /** Below the title, in running heads and in the foot: the number, or what the paper is; may be empty. */
  readonly label: string;
  /** What the code on the first page holds; null: there is none. */
  readonly code: { readonly url: string; readonly caption: string } | null;
  readonly subject: readonly ContentField[];
  readonly opening: readonly string[];
  readonly tables: readonly ContentTable[];
  readonly closing: readonly string[];
  readonly notes: readonly string[];
  /** Who signs. */
  readonly signatures: readonly string[];
  /** Null: no room for a seal. */
  readonly seal: { readonly owner: string; readonly date: string } | null;
  /** Of facts and tables, in points; a table that does not fit is set smaller. */
  readonly textSize: number;
  readonly words: FrameWords;
  readonly foot: { readonly terminal: string; readonly printedAt: string };
}

export function composeContent(request: LayoutRequest): DocumentContent {
  const { template, record, document, kiosk, language } = request;
  const words = frameWords(language);
  const said = (text: Bilingual): string => cleanText(inLanguage(text, language));
  const paragraphs = (texts: readonly Bilingual[] = []): string[] =>
    texts.map((text) => writeParagraph(inLanguage(text, language), request));
  return {
    title: said(template.title),
    label: document ? words.number(document.number) : cleanText(request.footLabel ?? ''),
    code: codeOf(request),
    subject: writeSubject(request),
    opening: paragraphs(template.opening),
    tables: template.tables.map((table) => ({
      title: said(table.title),
      columns: table.columns.map(({ label, align, width, format }) => ({
        label: said(label),
        align,
        width,
        whole: format !== 'text' && format !== 'name',
      })),
      rows: (record.tables[table.key] ?? []).map((row) =>
        table.columns.map((column) => writeValue(row, column, language)),
      ),
    })),
    closing: paragraphs(template.closing),
    notes: template.notes.map(said),
    signatures: (template.signatures ?? []).map(said),
    seal: document && { owner: cleanText(template.sealOwner), date: shanghaiDate(new Date(document.issuedAt)) },
    textSize: document ? SIZE.text : SIZE.reading,
    words,
    foot: { terminal: cleanText(`${kiosk.id} ${kiosk.site}`), printedAt: shanghaiTime(request.printedAt) },
  };
}

/** A numbered document is verified; another paper may lead on to somewhere. */
function codeOf({ document, link }: LayoutRequest): DocumentContent['code'] {
  if (document) return { url: document.verifyUrl, caption: '扫码核验真伪' };
  return link ? { url: link.url, caption: cleanText(link.caption) } : null;
}

/** Every string that will be drawn, for the check that fonts have its characters. */
export function textsOf(content: DocumentContent): string[] {
  return [
    content.title,
    content.label,
    content.code?.caption ?? '',
    ...content.opening,
    ...content.closing,
    ...content.signatures,
    ...content.subject.flatMap(({ label, value }) => [label, value]),
    ...content.tables.flatMap(({ title, columns, rows }) => [
      title,
      ...columns.map(({ label }) => label),
      ...rows.flat(),
    ]),
    ...content.notes,
    ...Object.values(content.seal ?? {}),
    ...Object.values(content.foot),
  ];
}
