import type { Catalogue } from '../../catalogue/catalogue.ts';

/** What the session shows of the machine around it. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  readonly kiosk: { readonly id: string; readonly site: string; readonly phone: string };
  readonly orientation: 'portrait' | 'landscape';
  /** The card reader answers. */
  readonly readerReady: () => boolean;
  /** There is an A4 printer and it answers. */
  readonly printerReady: () => boolean;
  readonly offline: () => boolean;
  readonly queryLimitMs: number;
}

/** Usual times that are told to the person, milliseconds; measured on the demo and rounded up. */
export const USUAL_QUERY_MS = 2_000;
export const USUAL_FIRST_PAGE_MS = 9_000;
export const USUAL_PAGE_MS = 3_000;
