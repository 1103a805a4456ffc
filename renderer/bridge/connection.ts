import { type ResidentEvent, residentEventSchema } from '../../contract/resident-event.ts';
import { type Snapshot, snapshotSchema } from '../../contract/screen.ts';
import { type LiveConnection, type LiveView, openLiveView } from './live-view.ts';

export type View = LiveView<Snapshot>;
/** The residents' page and the core. */
export type Connection = LiveConnection<Snapshot, ResidentEvent>;

/** Connects to the core at `ws://…/trpc` and keeps trying for ever. */
export const connectToCore = (url: string): Connection =>
  openLiveView<Snapshot, ResidentEvent>(url, {
    parse: (data) => snapshotSchema.safeParse(data),
    listen: (api, on) => api.snapshot.subscribe(undefined, on),
    send: (api, event) => api.send.mutate(residentEventSchema.parse(event)),
  });
