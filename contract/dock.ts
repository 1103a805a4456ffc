import { z } from 'zod';
import { deviceNameSchema } from './device-status.ts';

/** The developer's dock: what a hand at the demo machine can do, and what it sees. Served by the rig, never by a kiosk. */
export const dockActionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('putCard'), person: z.string() }),
  z.object({ type: z.literal('takeCard') }),
  /** The card stays unreadable (SW3 of the given value) until another is put. */
  z.object({ type: z.literal('putUnreadableCard'), statusByte: z.number().int().min(0).max(255) }),
  z.object({ type: z.literal('takePaper') }),
  /** A condition of the A4 printer or the receipt printer, set or cleared. */
  z.object({
    type: z.literal('document'),
    condition: z.enum(['media-empty', 'media-jam', 'cover-open', 'toner-empty', 'lose-job', 'abort-job']),
    on: z.boolean(),
    /** The condition begins after so many pages of the next job; 0: at once. */
    afterPages: z.number().int().nonnegative().default(0),
  }),
  z.object({
    type: z.literal('receipt'),
    condition: z.enum(['paperEnd', 'nearEnd', 'coverOpen', 'cutterError']),
    on: z.boolean(),
  }),
  /** Pulls or plugs a device's cable, or the network to the center. */
  z.object({ type: z.literal('plug'), device: z.enum(['idCard', 'receipt', 'document', 'network']), on: z.boolean() }),
  /** What a hand does at another device of a whole machine, in the words of its simulator. */
  z.object({ type: z.literal('hand'), device: deviceNameSchema, line: z.string().min(1).max(200) }),
  /** Something is put into the open cell or taken out of it, and its door is shut; or it is pulled open by force. */
  z.object({
    type: z.literal('cell'),
    cell: z.number().int().positive(),
    do: z.enum(['put', 'take', 'close', 'pull']),
  }),
  /** A code is held before the scanner. */
  z.object({ type: z.literal('scan'), text: z.string().min(1).max(1024) }),
  z.object({
    type: z.literal('centerMode'),
    mode: z.enum(['normal', 'slow', 'error500', 'html', 'halfJson', 'wrongPerson']),
  }),
]);
export type DockAction = z.infer<typeof dockActionSchema>;

/** A text message, and what can be scanned or typed from it. */
export const dockMessageSchema = z.object({
  at: z.string(),
  text: z.string(),
  code: z.string().optional(),
  qr: z.string().optional(),
});

export const wireFrameSchema = z.object({
  at: z.number(),
  wire: z.enum([...deviceNameSchema.options, 'center']),
  direction: z.enum(['toDevice', 'fromDevice']),
  /** Hex for serial wires, the request or status line for HTTP; personal payloads are shown as their length. */
  text: z.string(),
});
export type WireFrame = z.infer<typeof wireFrameSchema>;

export const dockStateSchema = z.object({
  people: z.array(z.object({ id: z.string(), label: z.string() })),
  card: z.string().nullable(),
  /** Pages lying in the output tray and receipts in the mouth, newest last: links to look at. */
  papers: z.array(z.object({ id: z.string(), kind: z.enum(['a4', 'receipt']), pages: z.number(), href: z.string() })),
  plugs: z.object({ idCard: z.boolean(), receipt: z.boolean(), document: z.boolean(), network: z.boolean() }),
  document: z.array(z.string()),
  receipt: z.array(z.string()),
  centerMode: z.string(),
  /** The locker's doors; empty where the machine has none. */
  cells: z.array(z.object({ cell: z.number().int(), open: z.boolean(), item: z.boolean() })),
  /** What residents' telephones got, the newest first. */
  phone: z.array(dockMessageSchema),
  /** Cases that can be scanned, with what they are good for; `trouble`: those that are refused. */
  cases: z.array(
    z.object({ caseNumber: z.string(), label: z.string(), group: z.enum(['document', 'material', 'trouble']) }),
  ),
  /** Who can sign in as staff in the demo; made anew with its data. */
  staff: z.array(z.object({ number: z.string(), pin: z.string(), label: z.string() })),
  /** The center's map, who may see it, and the file with the password. */
  operator: z.object({ url: z.string(), name: z.string(), passwordFile: z.string() }),
  /** Acts at the other devices of a whole machine; empty where it has none. */
  hands: z.array(
    z.object({ device: deviceNameSchema, acts: z.array(z.object({ name: z.string(), says: z.string() })) }),
  ),
  /** Why the last act was not done. */
  handRefused: z.string().nullable(),
  frames: z.array(wireFrameSchema),
  kioskUrl: z.string(),
});
export type DockState = z.infer<typeof dockStateSchema>;
