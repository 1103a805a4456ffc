/** A condition of the simulated printer; the first four hold up a job until cleared, the others end it. */
export type PrinterCondition = 'media-empty' | 'media-jam' | 'cover-open' | 'toner-empty' | 'lose-job' | 'abort-job';

/** One finished document in the output tray: it exists only when all its pages came out. */
export interface FinishedPaper {
  readonly pdfPath: string;
  readonly pages: number;
  readonly jobName: string;
}

export interface IppPrinterOptions {
  readonly name: string;
  /** Output tray: finished documents appear here, whole. Made if missing. */
  readonly outDir: string;
  /** Time of the first page, with warming up, milliseconds. */
  readonly firstPageMs: number;
  /** Time of every further page, milliseconds. */
  readonly pageMs: number;
  /** Prints on both sides where it is asked to; an impression is still a page. */
  readonly twoSided?: boolean;
}

/** Trays of the simulated printer, by their media-source, with the sheets they hold when full. */
export const TRAYS = { main: 250, 'by-pass-tray': 25 } as const;
export type TrayName = keyof typeof TRAYS;

/** Its supplies: `waste` counts up. */
export const SUPPLIES = ['waste', 'toner'] as const;
export type SupplyName = (typeof SUPPLIES)[number];

export interface SimulatedIppPrinter {
  /** `ipp://localhost:PORT/ipp/print`; the same after every replug. */
  readonly uri: string;
  /** Process of ippeveprinter; undefined while unplugged. */
  readonly pid: number | undefined;
  /** Sets a condition after so many pages of a job are out (0: at once, and before the next page). */
  set(condition: PrinterCondition, afterPages?: number): Promise<void>;
  clear(condition: PrinterCondition): Promise<void>;
  conditions(): readonly PrinterCondition[];
  /** Sheets that lie in a tray, one of the steps it knows: 250, 125, 50, 25, 5, 0, -2 (unknown). */
  setTray(tray: TrayName, sheets: number): Promise<void>;
  setSupply(supply: SupplyName, percent: number): Promise<void>;
  onPaper(listener: (paper: FinishedPaper) => void): void;
  /** `silent`: the printer keeps its port but answers nothing; `gone` (default): refused, and its jobs are forgotten. */
  unplug(how?: 'silent' | 'gone'): Promise<void>;
  plug(): Promise<void>;
  /** Ends every process of the printer. */
  close(): Promise<void>;
}
