import { expect, test } from 'vitest';
import { checkInputs } from '../../contract/catalogue/form-check.ts';
import { isSelfService } from '../../contract/catalogue/item.ts';
import { previewMachine } from './previewing/preview-machine.ts';
import { previewPapers } from './previewing/preview-papers.ts';
import { previewScreens } from './previewing/preview-screens.ts';
import { sampleVisit } from './previewing/sample-visit.ts';
import { readBuilt } from './reading/read-built.ts';
import { OWN } from './testing/catalogue-rig.ts';

const built = readBuilt(OWN);
if (!built.ok) throw new Error(built.error);
const machine = previewMachine(built.value.entries, new Date('2026-11-21T02:00:00Z'));
const { items } = built.value.entries;

test('every item has its pages, those with a form one a field, and everything that is filled in is accepted', () => {
  for (const item of items) {
    const visit = sampleVisit(item, machine);
    const names = previewScreens(item, visit, machine).map(({ name }) => name.replace(/-.*/, ''));
    expect(names[0]).toBe('item');
    if (!isSelfService(item)) {
      expect(names).toEqual(['item']);
      continue;
    }
    const { form, document } = item.machine;
    const end = document.kind === 'layout' ? ['confirm', 'record'] : ['confirm'];
    expect([item.code, ...names]).toEqual([item.code, 'item', ...form.map(() => 'fill'), ...end]);
    expect([item.code, checkInputs(form, visit?.inputs ?? {}, machine.today)]).toEqual([item.code, undefined]);
  }
});

test('an item that ends here has its document, another its guide', async () => {
  const finished = items.find((item) => isSelfService(item) && item.machine.document.kind === 'layout');
  const guided = items.find((item) => item.machine.kind === 'apply');
  if (!finished || !guided) throw new Error('the catalogue has no such items');
  const papers = await Promise.all(
    [finished, guided].map((item) => previewPapers(item, sampleVisit(item, machine), machine)),
  );
  expect(papers.flat().map(({ name }) => name)).toEqual(['document', 'guide']);
  for (const { pdf } of papers.flat()) expect(Buffer.from(pdf.slice(0, 5)).toString('latin1')).toBe('%PDF-');
});
