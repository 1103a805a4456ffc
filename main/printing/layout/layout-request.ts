import type { DocumentTemplate } from '../../../contract/catalogue/template.ts';
import type { IssuedDocument } from '../../../contract/gateway.ts';
import type { ServiceRecord } from '../../../contract/record.ts';
import type { Result } from '../../../contract/result.ts';
import type { Language } from '../../../contract/screen.ts';

/** Everything that stands on the paper. Plain data: it can be posted to a worker. */
export interface LayoutRequest {
  readonly template: DocumentTemplate;
  readonly record: ServiceRecord;
  /** From the card that lay on the reader. Null: about nobody, or about the person that the record names. */
  readonly holder: { readonly name: string; readonly idNumber: string } | null;
  /** Null: a paper without an official number, such as a guide. Nothing to verify then, and no room for a seal. */
  readonly document: IssuedDocument | null;
  /** Drawn as a code where a numbered document has the one to verify it by; ignored where there is a number. */
  readonly link?: { readonly url: string; readonly caption: string };
  /** Stands where a numbered document has its number: below the title and in the foot. */
  readonly footLabel?: string;
  /** Of the template's words and the frame; absent: Chinese. What a record holds stays as it was delivered. */
  readonly language?: Language;
  readonly kiosk: { readonly id: string; readonly site: string };
  readonly printedAt: Date;
  /** PNG of the seal; absent: room is left for one. */
  readonly seal?: Uint8Array;
}

export interface LaidOutDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export type LayoutFailure = 'document.unprintableCharacter';

export type LayoutResult = Result<LaidOutDocument, LayoutFailure>;
