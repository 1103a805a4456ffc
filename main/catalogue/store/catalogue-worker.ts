import { parentPort } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { Log } from '../../../contract/log-events.ts';
import { unreachable } from '../../../contract/result.ts';
import { BUSY_TIMEOUT_MS } from '../../store/database.ts';
import { makeDurable } from '../../store/durability.ts';
import { type Db, diskCode } from '../../store/write.ts';
import { applyAnswer, applySeed, recheck } from './apply-version.ts';
import type { ThreadMessage, ThreadOutcome, ThreadTask } from './thread-messages.ts';

/** The thread behind `openCatalogueThread`: a connection of its own for each task, the only one that writes then. */
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
const log: Log = (id, fields) => say({ kind: 'log', id, fields });

function run(db: Db, task: ThreadTask): ThreadOutcome {
  switch (task.kind) {
    case 'answer':
      return applyAnswer(db, log, task.bytes, task.expected);
    case 'seed':
      return applySeed(db, log, task.seed, task.fresh);
    case 'recheck':
      return recheck(db, log);
    default:
      return unreachable(task);
  }
}

/** A disk that fails while the connection is made is the same to us as one that fails later. */
function runOnStore(task: ThreadTask): ThreadOutcome {
  let db: Db | undefined;
  try {
    db = new Sqlite(task.path, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });
    makeDurable(db);
    return run(db, task);
  } catch (error) {
    const code = diskCode(error);
    if (code === undefined) throw error;
    log('store-refused', { code });
    return { ok: false, error: { reason: 'storeFailed', detail: code } };
  } finally {
    db?.close();
  }
}

parentPort?.on('message', (task: ThreadTask) => say({ kind: 'done', outcome: runOnStore(task) }));
