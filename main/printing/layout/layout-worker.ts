import { parentPort } from 'node:worker_threads';
import type { LayoutCall, LayoutReply } from './document-layout.ts';
import { layOutDocument } from './lay-out-document.ts';
import { warm } from './warm.ts';

/** The thread behind `openDocumentLayout`. */
async function answer(call: LayoutCall): Promise<LayoutReply> {
  if (call.kind === 'layOut') return { id: call.id, result: await layOutDocument(call.request) };
  await warm();
  return { id: call.id };
}

parentPort?.on('message', (call: LayoutCall) => {
  answer(call).then(
    (reply) => parentPort?.postMessage(reply),
    // The message of an exception may quote what was being drawn; its name and place do not.
    (fault: unknown) => parentPort?.postMessage({ id: call.id, fault: placeOf(fault) } satisfies LayoutReply),
  );
});

function placeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const place = fault.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return `${fault.name} ${place?.trim() ?? ''}`;
}
