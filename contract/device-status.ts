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

export const printerStatusSchema = z.object({
  device: deviceStateSchema,
  paper: paperStateSchema,
  toner: tonerStateSchema,
  cover: z.enum(['closed', 'open', 'unknown']),
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
