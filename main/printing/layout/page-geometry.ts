/** A4 (ISO 216) in points of 1/72 inch; y grows downwards from the top of the page. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

const MARGIN = 54;

/** Where content may stand. */
export const BODY = {
  left: MARGIN,
  right: PAGE.width - MARGIN,
  width: PAGE.width - 2 * MARGIN,
  /** Below the running head; the first page begins with its title instead. */
  top: 74,
  firstTop: 50,
  bottom: PAGE.height - 76,
} as const;

/** Base line of the rule above the foot. */
export const FOOT_TOP = PAGE.height - 58;

/** Colours that a monochrome laser printer keeps apart. */
export const INK = {
  text: '#1a1a1a',
  soft: '#5c5c5c',
  rule: '#8c8c8c',
  hairline: '#c9c9c9',
  tint: '#eef0f2',
  zebra: '#f8f9fa',
};

/** `reading` is the text of a paper to take home, for old eyes. */
export const SIZE = {
  title: 21,
  heading: 11.5,
  prose: 11,
  text: 9.5,
  reading: 11,
  head: 9.5,
  note: 8.5,
  foot: 8,
} as const;

/** Distance of base lines as a share of the size. */
export const LEADING = 1.45;
