import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { IssuedDocument } from '../../../contract/gateway.ts';
import { composeGuide } from '../../../main/printing/guide/compose-guide.ts';
import { type LayoutRequest, layOutDocument } from '../../../main/printing/layout/lay-out-document.ts';
import type { PreviewMachine } from './preview-machine.ts';
import type { SampleVisit } from './sample-visit.ts';

const PLACES_ON_GUIDE = 5;

/** Stands on previewed papers where a department's own number stands on real ones. */
export const sampleDocument = (now: Date): IssuedDocument => ({
  number: 'YL-00000000-000000',
  issuedAt: now.toISOString(),
  verifyUrl: 'http://127.0.0.1/verify/preview',
});

export interface PreviewPaper {
  readonly name: 'document' | 'guide';
  readonly pages: number;
  readonly pdf: Uint8Array;
}

/** What comes out of the printer: the document with sample data, or for an item that ends in it the guide. */
export async function previewPapers(
  item: CatalogueItem,
  sample: SampleVisit | undefined,
  machine: PreviewMachine,
): Promise<PreviewPaper[]> {
  if (!sample) return laidOut('guide', guideRequest(item, machine), machine);
  const { document } = sample.item.machine;
  const { record, person } = sample;
  if (document.kind !== 'layout' || !record) return [];
  const request = {
    template: document.template,
    record,
    holder: person && { name: person.card.name, idNumber: person.card.idNumber },
    document: sampleDocument(machine.now),
  };
  return laidOut('document', request, machine);
}

type Request = Omit<LayoutRequest, 'kiosk' | 'printedAt'>;

function guideRequest(item: CatalogueItem, { around, catalogue, guideTemplate }: PreviewMachine): Request | undefined {
  if (!guideTemplate) return undefined;
  const places = catalogue.nearest(item).slice(0, PLACES_ON_GUIDE);
  const url = item.guide.offers.includes('qr') ? around.itemUrl(item.code) : null;
  return composeGuide(item, { template: guideTemplate, places, url });
}

async function laidOut(
  name: PreviewPaper['name'],
  request: Request | undefined,
  { kiosk, now }: PreviewMachine,
): Promise<PreviewPaper[]> {
  if (!request) return [];
  const result = await layOutDocument({ ...request, kiosk, printedAt: now });
  if (!result.ok) throw new UnprintableItem(`a character of it is in no font of this machine (${result.error})`);
  return [{ name, ...result.value }];
}

/** The item cannot be put on paper: the message says why. */
export class UnprintableItem extends Error {
  override readonly name = 'UnprintableItem';
}
