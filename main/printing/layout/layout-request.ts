import type { IssuedDocument } from '../../../contract/gateway.ts';
import type { DocumentTemplate } from '../../../contract/catalogue/template.ts';
import type { ServiceRecord } from '../../../contract/record.ts';
import type { Result } from '../../../contract/result.ts';

/** Everything that stands on the paper. Plain data: it can be posted to a worker. */
export interface LayoutRequest {
  readonly template: DocumentTemplate;
  readonly record: ServiceRecord;
  readonly holder: { readonly name: string; readonly idNumber: string };
  readonly document: IssuedDocument;
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
