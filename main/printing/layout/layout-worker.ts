import { parentPort } from 'node:worker_threads';
import { unreachable } from '../../../contract/result.ts';
import { stampDelivered } from '../delivered/stamp-delivered.ts';
import { layOutDocument } from './lay-out-document.ts';
import type { ThreadAnswers, ThreadCall, ThreadReply, ThreadTask } from './thread-messages.ts';
import { warm } from './warm.ts';

/** The thread behind `openDocumentLayout`. */
parentPort?.on('message', ({ id, task }: ThreadCall) => {
  const reply = (message: ThreadReply): void => parentPort?.postMessage(message);
  answer(task).then(
    (value) => reply({ id, answer: value }),
    (fault: unknown) => reply({ id, fault: placeOf(fault) }),
  );
});

async function answer(task: ThreadTask): Promise<ThreadAnswers[keyof ThreadAnswers]> {
  switch (task.kind) {
    case 'warm':
      await warm();
      return 'done';
    case 'layOut':
      return layOutDocument(task.request);
    case 'stamp':
      return stampDelivered(task.pdf, task.stamp);
    default:
      return unreachable(task);
  }
}

/** The message of an exception may quote what was being drawn; its name and place do not. */
function placeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const place = fault.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return `${fault.name} ${place?.trim() ?? ''}`;
}
