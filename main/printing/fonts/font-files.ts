import { readFile } from 'node:fs/promises';

/** The fonts that are shipped in `assets/fonts`; its README says where they come from. */
export const FONT_NAMES = ['NotoSansSC-Regular', 'NotoSansSC-Bold', 'HanaMinB'] as const;
export type FontName = (typeof FONT_NAMES)[number];

export const fontFile = (name: FontName): URL => new URL(`../../../assets/fonts/${name}.ttf`, import.meta.url);

/** The whole font file: 10 MB for a Noto weight, 30 MB for HanaMinB. */
export async function readFont(name: FontName): Promise<Uint8Array> {
  return readFile(fontFile(name));
}
