import { z } from 'zod';

export const serialTransportSchema = z.strictObject({
  kind: z.literal('serial'),
  /** A stable name: `/dev/serial/by-id/…`. */
  path: z.string().min(1),
  /** Bits per second; the frame is 8N1. */
  baudRate: z.number().int().positive().default(115200),
});
export type SerialTransport = z.infer<typeof serialTransportSchema>;

/** A serial line behind a network converter (RS-485 or RS-232 server in raw mode). */
export const tcpTransportSchema = z.strictObject({
  kind: z.literal('tcp'),
  host: z.string().min(1),
  port: z.number().int().min(1).max(65535),
});
export type TcpTransport = z.infer<typeof tcpTransportSchema>;

/** Two bulk endpoints of a USB device that carry the same bytes as a serial line. */
export const usbBulkTransportSchema = z.strictObject({
  kind: z.literal('usbBulk'),
  vendorId: z.number().int().min(0).max(0xffff),
  productId: z.number().int().min(0).max(0xffff),
  /** Tells two of the same make apart; absent: the first one found. */
  serialNumber: z.string().min(1).optional(),
  interfaceNumber: z.number().int().min(0).max(255).default(0),
});
export type UsbBulkTransport = z.infer<typeof usbBulkTransportSchema>;

/** A stream of bytes, whatever carries it. */
export type WireTransport = SerialTransport | TcpTransport | UsbBulkTransport;

export const hidTransportSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hid'),
    vendorId: z.number().int().min(0).max(0xffff),
    productId: z.number().int().min(0).max(0xffff),
    /** Tells two of the same make apart; absent: the first one found. */
    serialNumber: z.string().min(1).optional(),
  }),
  /** A simulator's end: reports over a local socket, each behind its kind and length. */
  z.strictObject({ kind: z.literal('hidSocket'), path: z.string().min(1) }),
]);
export type HidTransport = z.infer<typeof hidTransportSchema>;

/** What lines behind an RS-232 or RS-485 port may be reached by, at the rate that such devices usually have. */
export const lineTransportAt = (usualBaudRate: number) =>
  z.discriminatedUnion('kind', [
    serialTransportSchema.extend({ baudRate: z.number().int().positive().default(usualBaudRate) }),
    tcpTransportSchema,
  ]);
export const lineTransportSchema = lineTransportAt(115_200);
export type LineTransport = z.infer<typeof lineTransportSchema>;
