import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SpecimenCase, specimenCasesSchema } from '../../../contract/specimen.ts';
import type { Bilingual } from '../../../contract/text.ts';

/** The cases that the offices of the reference center know, and the places where its kiosks stand. */
export interface CaseBook {
  find(caseNumber: string): SpecimenCase | undefined;
  /** What people call the place where a kiosk stands; a kiosk that nobody named gets words that fit any. */
  placeOf(kioskId: string): Bilingual;
}

export const SPECIMEN_CASES_FILE = join(import.meta.dirname, '../../../assets/specimen/cases.json');
const ANY_PLACE: Bilingual = { zh: '自助服务点', en: 'the self-service point' };

/** @throws when the file cannot be read or does not fit `specimenCasesSchema` */
export function loadCases(file = SPECIMEN_CASES_FILE): CaseBook {
  const { sites, cases } = specimenCasesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const byNumber = new Map(cases.map((each) => [each.caseNumber, each]));
  const places = new Map(Object.entries(sites));
  return {
    find: (caseNumber) => byNumber.get(caseNumber),
    placeOf: (kioskId) => places.get(kioskId) ?? ANY_PLACE,
  };
}
