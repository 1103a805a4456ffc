import type { z } from 'zod';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import { maskName } from '../../../contract/identity-card.ts';
import { lockerCaseSchema } from '../../../contract/locker.ts';
import type { Sealer } from '../../store/sealing.ts';
import type { StoredParcel } from '../store/parcels.ts';

export type ParcelHolder = z.infer<typeof lockerCaseSchema.shape.holder>;

const rowName = (id: string): string => `parcel:${id}`;

export const sealHolder = (sealer: Sealer, id: string, holder: ParcelHolder): Buffer =>
  sealer.seal(rowName(id), JSON.stringify(holder));

/** Whose it is; undefined when erased, or sealed with another key. */
export function openHolder(sealer: Sealer, { id, holder }: StoredParcel): ParcelHolder | undefined {
  if (holder === null) return undefined;
  const opened = sealer.open(rowName(id), holder);
  return opened.ok ? lockerCaseSchema.shape.holder.parse(JSON.parse(opened.value)) : undefined;
}

export const maskedHolder = (sealer: Sealer, parcel: StoredParcel): string => {
  const holder = openHolder(sealer, parcel);
  return holder === undefined ? '*' : maskName(holder.name);
};

export const holderOf = ({ kind, name, idNumber }: IdentityCard): ParcelHolder => ({ cardKind: kind, name, idNumber });

/** The dots in names of minorities and foreigners, as keyboards and chips write them. */
const DOTS = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff0e\uff65]/gu;

/** One spelling of a name: NFC, no difference of spaces, capitals or dots. */
export const spelling = (name: string): string =>
  name.normalize('NFC').replace(DOTS, '·').replace(/\s+/gu, ' ').trim().toUpperCase();

/** The card is the holder's: its number AND one of its names agree. */
export function isHolder(card: IdentityCard, holder: ParcelHolder): boolean {
  const names = card.englishName === undefined ? [card.name] : [card.name, card.englishName];
  return card.idNumber === holder.idNumber && names.some((name) => spelling(name) === spelling(holder.name));
}
