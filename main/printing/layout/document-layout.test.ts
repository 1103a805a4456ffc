import { afterEach, describe, expect, test } from 'vitest';
import { type DocumentLayout, openDocumentLayout } from './document-layout.ts';
import { layOutDocument } from './lay-out-document.ts';
import { sampleRequest } from './testing/sample-request.ts';

const opened: DocumentLayout[] = [];
const open = (): DocumentLayout => {
  const layout = openDocumentLayout();
  opened.push(layout);
  return layout;
};
afterEach(async () => {
  for (const layout of opened.splice(0)) await layout.close();
});

describe('the layout thread', () => {
  test('gives the same bytes as the direct function, also for calls at the same time', async () => {
    const layout = open();
    await layout.warm();
    const [first, second] = await Promise.all([layout.layOut(sampleRequest(3)), layout.layOut(sampleRequest(40))]);
    const direct = await layOutDocument(sampleRequest(40));
    if (!first.ok || !second.ok || !direct.ok) throw new Error('all of them can be laid out');
    expect(Buffer.from(second.value.pdf).equals(Buffer.from(direct.value.pdf))).toBe(true);
    expect(first.value.pages).toBeLessThan(second.value.pages);
  });

  test('refuses an unprintable character as a value', async () => {
    const request = sampleRequest(1, { holder: { name: '王\u{e000}', idNumber: '1' } });
    expect(await open().layOut(request)).toEqual({ ok: false, error: 'document.unprintableCharacter' });
  });

  test('a bug is thrown without the text that was being laid out, and the next document is laid out', async () => {
    const layout = open();
    const broken = sampleRequest(1, { seal: Buffer.from('赵𬭚𫖯 is no PNG') });
    await expect(layout.layOut(broken)).rejects.toThrow(/^layout failed: \w+ at /);
    expect((await layout.layOut(sampleRequest(1))).ok).toBe(true);
  });

  test('closed in the middle: the call under way is rejected and later ones too', async () => {
    const layout = open();
    const under = layout.layOut(sampleRequest(200));
    const rejected = expect(under).rejects.toThrow('ended');
    await layout.close();
    await rejected;
    await expect(layout.layOut(sampleRequest(1))).rejects.toThrow('closed');
  });
});
