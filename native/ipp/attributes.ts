import { VALUE_TAG } from './tags.ts';

export interface IppRange {
  readonly lower: number;
  readonly upper: number;
}
export interface IppResolution {
  readonly cross: number;
  readonly feed: number;
  /** 3: dots per inch, 4: dots per centimetre. */
  readonly units: number;
}
export interface IppLanguageText {
  readonly language: string;
  readonly text: string;
}

/** The members of a collection, in their order (RFC 8010 §3.1.6). */
export interface IppCollection {
  readonly members: readonly IppAttribute[];
}

/**
 * One value with its tag (RFC 8010 §3.5.2). Integers and enums are numbers, the character strings are strings,
 * out-of-band values are null, and so are collections nested deeper than anything defined. Values of unknown tags, and
 * values whose length does not fit their tag, are kept as their bytes.
 */
export interface IppValue {
  readonly tag: number;
  readonly value:
    | number
    | boolean
    | string
    | IppRange
    | IppResolution
    | IppLanguageText
    | IppCollection
    | Uint8Array
    | null;
}

/** One attribute: a 1setOf has more than one value. */
export interface IppAttribute {
  readonly name: string;
  readonly values: readonly IppValue[];
}

const isNumber = (tag: number): boolean => tag === VALUE_TAG.integer || tag === VALUE_TAG.enum;
const isWithLanguage = (tag: number): boolean =>
  tag === VALUE_TAG.textWithLanguage || tag === VALUE_TAG.nameWithLanguage;
/** 0x40–0x49 are character strings; 0x4a is a name inside a collection. */
const isText = (tag: number): boolean => tag >= 0x40 && tag <= 0x49;
const isOutOfBand = (tag: number): boolean => tag >= 0x10 && tag <= 0x1f;

/** Value bytes → value (RFC 8010 §3.9). Never throws. */
export function decodeValue(tag: number, bytes: Buffer): IppValue {
  if (isNumber(tag) && bytes.length === 4) return { tag, value: bytes.readInt32BE(0) };
  if (tag === VALUE_TAG.boolean && bytes.length === 1) return { tag, value: bytes[0] !== 0 };
  if (isText(tag)) return { tag, value: bytes.toString('utf8') };
  if (isOutOfBand(tag) && bytes.length === 0) return { tag, value: null };
  if (tag === VALUE_TAG.rangeOfInteger && bytes.length === 8) {
    return { tag, value: { lower: bytes.readInt32BE(0), upper: bytes.readInt32BE(4) } };
  }
  if (tag === VALUE_TAG.resolution && bytes.length === 9) {
    return { tag, value: { cross: bytes.readInt32BE(0), feed: bytes.readInt32BE(4), units: bytes.readUInt8(8) } };
  }
  const withLanguage = isWithLanguage(tag) ? decodeLanguageText(bytes) : null;
  return { tag, value: withLanguage ?? new Uint8Array(bytes) };
}

function decodeLanguageText(bytes: Buffer): IppLanguageText | null {
  if (bytes.length < 4) return null;
  const textAt = 2 + bytes.readUInt16BE(0);
  if (bytes.length < textAt + 2 || bytes.length !== textAt + 2 + bytes.readUInt16BE(textAt)) return null;
  return { language: bytes.toString('utf8', 2, textAt), text: bytes.toString('utf8', textAt + 2) };
}

/** Value → value bytes. Throws on a value that its tag cannot have: that is a bug of the caller. */
export function encodeValue({ tag, value }: IppValue): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value === null && isOutOfBand(tag)) return Buffer.alloc(0);
  if (typeof value === 'string' && isText(tag)) return Buffer.from(value, 'utf8');
  if (typeof value === 'number' && isNumber(tag)) return int32(value);
  if (typeof value === 'boolean' && tag === VALUE_TAG.boolean) return Buffer.from([value ? 1 : 0]);
  if (typeof value === 'object' && value !== null) {
    if ('lower' in value && tag === VALUE_TAG.rangeOfInteger) {
      return Buffer.concat([int32(value.lower), int32(value.upper)]);
    }
    if ('cross' in value && tag === VALUE_TAG.resolution) {
      return Buffer.concat([int32(value.cross), int32(value.feed), Buffer.from([value.units])]);
    }
    if ('language' in value && isWithLanguage(tag)) {
      return Buffer.concat([counted(Buffer.from(value.language)), counted(Buffer.from(value.text))]);
    }
  }
  throw new TypeError(`IPP value of tag 0x${tag.toString(16)} cannot be ${typeof value}`);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Lengths on the wire are SIGNED-SHORT and never negative (RFC 8010 §3.1). */
const MAX_LENGTH = 0x7fff;

/** A field behind its 16-bit length. Throws on one that is too long to be sent. */
export function counted(bytes: Buffer): Buffer {
  if (bytes.length > MAX_LENGTH) throw new RangeError(`IPP field of ${bytes.length} bytes`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export const attribute = (name: string, tag: number, ...values: IppValue['value'][]): IppAttribute => ({
  name,
  values: values.map((value) => ({ tag, value })),
});
