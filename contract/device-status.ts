import { z } from 'zod';

/** XFS4IoT Common.Status `device`. */
export const deviceStateSchema = z.enum(['online', 'offline', 'noDevice', 'hardwareError', 'starting']);
export type DeviceState = z.infer<typeof deviceStateSchema>;

/** XFS4IoT Printer.Status `paper`. */
export const paperStateSchema = z.enum(['full', 'low', 'out', 'jammed', 'unknown']);
export type PaperState = z.infer<typeof paperStateSchema>;

/** XFS4IoT Printer.Status `toner`. */
export const tonerStateSchema = z.enum(['full', 'low', 'out', 'unknown']);
export type TonerState = z.infer<typeof tonerStateSchema>;

export const idCardReaderStatusSchema = z.object({
  device: deviceStateSchema,
  /** XFS4IoT CardReader.Status `media`. */
  media: z.enum(['present', 'notPresent', 'unknown']),
});
export type IdCardReaderStatus = z.infer<typeof idCardReaderStatusSchema>;

export const printerSupplySchema = z.object({
  /** As the printer calls it, for a technician. */
  name: z.string(),
  kind: z.enum(['toner', 'ink', 'waste', 'other']),
  /** Of what is used up: XFS4IoT `toner` (full, low, out). Of a waste container: `retractBins` (ok, high, full). */
  state: z.enum(['full', 'low', 'out', 'ok', 'high', 'unknown']),
  /** Left of what is used up, or filled of a container; null: not told. */
  percent: z.number().int().min(0).max(100).nullable(),
});
export type PrinterSupply = z.infer<typeof printerSupplySchema>;

export const printerTraySchema = z.object({
  /** As the printer calls it (IPP `media-source`). */
  name: z.string(),
  /** XFS4IoT's name of the place; null: it has none of these. */
  place: z.enum(['upper', 'lower', 'external', 'aux', 'aux2']).nullable(),
  paper: paperStateSchema,
  percent: z.number().int().min(0).max(100).nullable(),
  /** Size that lies in it (PWG 5101.1: `iso_a4_210x297mm`); empty: not told. */
  media: z.string(),
});
export type PrinterTray = z.infer<typeof printerTraySchema>;

export const printerStatusSchema = z.object({
  device: deviceStateSchema,
  /** Of the tray that is used, or of all together. */
  paper: paperStateSchema,
  toner: tonerStateSchema,
  cover: z.enum(['closed', 'open', 'unknown']),
  /** False: it would refuse a new job. */
  accepting: z.boolean(),
  /** Empty where the printer does not tell. */
  supplies: z.array(printerSupplySchema),
  trays: z.array(printerTraySchema),
  /** Keywords (IPP printer-state-reasons, suffix removed) or status names as the device gave them, unknown ones kept. */
  reasons: z.array(z.string()),
});
export type PrinterStatus = z.infer<typeof printerStatusSchema>;

/** The places for devices in a machine; each is filled once or not at all. */
export const deviceNameSchema = z.enum([
  'idCard',
  'socialCard',
  'scanner',
  'receipt',
  'document',
  'locker',
  /** Lights and sensors of the cabinet (XFS4IoT Lights and Auxiliaries). */
  'auxiliaries',
  'ups',
]);
export type DeviceName = z.infer<typeof deviceNameSchema>;
