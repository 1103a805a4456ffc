import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import { type Snapshot, snapshotSchema } from '../../../contract/screen.ts';
import { AT_HOME, goTo } from '../../../main/session/machine/trail.ts';
import { beginVisit, calm, type Visit } from '../../../main/session/machine/types.ts';
import { toSnapshot } from '../../../main/session/projection/snapshot.ts';
import { NOTHING_TYPED } from '../../../main/typing/typing.ts';
import type { PreviewMachine } from './preview-machine.ts';
import { sampleDocument } from './preview-papers.ts';
import type { SampleVisit } from './sample-visit.ts';

export interface PreviewScreen {
  /** Of the picture: `item`, `fill-1-period`, `confirm`, `record`. */
  readonly name: string;
  readonly snapshot: Snapshot;
}

/**
 * The pages of one item, as the session of a real machine makes them.
 * @param documentPages of the paper, if it is laid out already: else the record says that it is being laid out
 */
export function previewScreens(
  item: CatalogueItem,
  sample: SampleVisit | undefined,
  machine: PreviewMachine,
  documentPages?: number,
): PreviewScreen[] {
  const begun: Visit = { ...beginVisit(sample?.person?.card ?? null), item };
  const page = (name: string, place: string, change: Partial<Visit>): PreviewScreen => ({
    name,
    snapshot: snapshotOf(place, { ...begun, ...change }, machine),
  });
  const about = page('item', 'visit.desk.browse', { trail: goTo(AT_HOME, { at: 'item', code: item.code }) });
  if (!sample) return [about];
  const { inputs, record } = sample;
  const { form } = sample.item.machine;
  const fields = form.map(({ key }, index) => {
    const typed = { ...NOTHING_TYPED, text: inputs[key] ?? '' };
    return page(`fill-${index + 1}-${key}`, 'visit.desk.fill', { filling: { index, inputs, typed } });
  });
  const filling = { index: Math.max(0, form.length - 1), inputs, typed: NOTHING_TYPED };
  const confirm = page('confirm', 'visit.desk.confirm', { filling });
  if (!record) return [about, ...fields, confirm];
  const fetched = { outcome: 'record', transactionId: '', record, document: sampleDocument(machine.now) } as const;
  const shown = page('record', 'visit.desk.record', { filling, fetched });
  return [about, ...fields, confirm, withPages(shown, documentPages)];
}

function withPages({ name, snapshot }: PreviewScreen, pages: number | undefined): PreviewScreen {
  const { screen } = snapshot;
  if (screen.name !== 'record' || pages === undefined) return { name, snapshot };
  return { name, snapshot: { ...snapshot, screen: { ...screen, pages } } };
}

function snapshotOf(place: string, visit: Visit, { around }: PreviewMachine): Snapshot {
  const moment = { place, awayLeftMs: 0, idleSecondsLeft: null };
  return snapshotSchema.parse({ sequence: 1, ...toSnapshot(moment, { ...calm('zh-CN'), visit }, around) });
}
