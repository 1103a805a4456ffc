import { careerOf } from './career.ts';
import { monthText } from './months.ts';
import { type RecordKind, subjectOf } from './record-kind.ts';

const ADULT_YEARS = 16;

/** 无犯罪记录证明: the police deliver it finished; the record repeats what it says. */
export const noCriminalRecord: RecordKind = {
  itemCode: '310009000102',
  title: '无犯罪记录证明',
  delivers: 'noCriminalRecord',
  make(person, at) {
    const { card, life } = person;
    if (life === 'unknown' || Number(at.today.slice(0, 4)) - Number(card.birthDate.slice(0, 4)) < ADULT_YEARS)
      return null;
    const cameHere = life === 'newcomer' || card.kind !== 'resident';
    const career = careerOf(person);
    // Residents: since birth. People from elsewhere: since they live here.
    const periodFrom = cameHere && career !== null ? `${monthText(career.workedSince)}-01` : card.birthDate;
    return {
      subject: {
        ...subjectOf(person),
        birthDate: card.birthDate,
        periodFrom,
        periodTo: at.today,
        result: '无犯罪记录',
      },
      tables: {},
    };
  },
};
