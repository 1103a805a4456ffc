import type { OutboxMessage } from '../../contract/gateway.ts';
import type { LockerTables } from './store/tables.ts';

/** The center has the message: what is personal and not needed any more goes. Runs inside the courier's commit. */
export function acknowledge(tables: LockerTables, message: OutboxMessage): void {
  switch (message.kind) {
    case 'parcel':
      tables.parcels.acknowledge.run({ id: message.report.id, revision: message.report.revision });
      break;
    case 'act':
      tables.acts.acknowledge.run({ id: message.report.id, revision: message.report.revision });
      break;
    case 'evidence':
      tables.evidence.erase.run(message.report.id);
      break;
    default:
  }
}
