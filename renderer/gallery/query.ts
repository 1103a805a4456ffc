import type { Snapshot } from '../../contract/screen.ts';

export const GALLERY_MODES = ['normal', 'elder', 'contrast', 'reach'] as const;

/** `#screen=home&mode=elder,reach&lang=en&orientation=landscape`, or the same as a query string. */
export interface GalleryQuery {
  readonly screen: string | null;
  readonly change: Pick<Snapshot, 'modes' | 'language' | 'orientation'>;
}

export function readQuery(text: string): GalleryQuery {
  const query = new URLSearchParams(text.replace(/^[#?]/, ''));
  const modes = (query.get('mode') ?? 'normal').split(',');
  return {
    screen: query.get('screen'),
    change: {
      modes: {
        elder: modes.includes('elder'),
        contrast: modes.includes('contrast'),
        reach: modes.includes('reach'),
      },
      language: query.get('lang') === 'en' ? 'en' : 'zh-CN',
      orientation: query.get('orientation') === 'landscape' ? 'landscape' : 'portrait',
    },
  };
}

/**
 * `#snapshot=…`: a whole snapshot as JSON, UTF-8, base64url: how `npm run catalogue -- preview` shows an item that is in no
 * sample. It comes from our own command, which has checked it.
 */
export function givenSnapshot(text: string): Snapshot | null {
  const given = new URLSearchParams(text.replace(/^[#?]/, '')).get('snapshot');
  if (given === null) return null;
  const bytes = Uint8Array.from(atob(given.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  return JSON.parse(new TextDecoder().decode(bytes)) as Snapshot;
}
