import { type StaffSnapshot, staffSnapshotSchema } from '../../contract/staff.ts';
import { type StaffEvent, staffEventSchema } from '../../contract/staff-event.ts';
import { type LiveConnection, openLiveView } from './live-view.ts';

/** The staff's page and the core. */
export type StaffConnection = LiveConnection<StaffSnapshot, StaffEvent>;

/**
 * A socket of its own, opened while the staff's page is shown: residents' and staff's page may stand on different screens,
 * and neither waits for the other. A machine without a locker never shows anything.
 */
export const connectToStaff = (url: string): StaffConnection =>
  openLiveView<StaffSnapshot, StaffEvent>(url, {
    parse: (data) => staffSnapshotSchema.safeParse(data),
    listen: (api, on) => api.staff.subscribe(undefined, on),
    send: (api, event) => api.sendStaff.mutate(staffEventSchema.parse(event)),
  });
