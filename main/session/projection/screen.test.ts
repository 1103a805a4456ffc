import { expect, test } from 'vitest';
import { isSelfService } from '../../../contract/catalogue/item.ts';
import { type Screen, type ScreenName, screenSchema } from '../../../contract/screen.ts';
import { itemPrinting } from '../../catalogue/testing.ts';
import { fakeLocker } from '../locker-testing.ts';
import { BEGIN_FILLING } from '../machine/filling.ts';
import type { LockerTurn } from '../machine/locker-turn.ts';
import { AT_HOME, goTo, type Stop } from '../machine/trail.ts';
import type { SessionContext, Visit } from '../machine/types.ts';
import { beginVisit, calm, EMPTY_READER } from '../machine/types.ts';
import { SURROUNDINGS as around, catalogue, person, RECORD } from '../testing.ts';
import { toScreen } from './screen.ts';
import type { Surroundings } from './surroundings.ts';

const { card } = person('wang-guilan');
const laidOut = itemPrinting(catalogue, 'layout');
const delivered = itemPrinting(catalogue, 'delivered');
const guided = catalogue.items.find(({ machine }) => machine.kind === 'apply');
const formed = catalogue.items.find((item) => isSelfService(item) && item.machine.form.length > 0);
if (!guided || !formed) throw new Error('the catalogue has too few items');
const theme = catalogue.themes()[0]?.id ?? '';

/** A record whose every personal field holds the person. */
function personalRecord(): Visit['fetched'] {
  const { document } = laidOut.machine;
  if (document.kind !== 'layout') throw new Error('not laid out');
  const { subject, tables } = document.template;
  const personal = (fields: readonly { key: string; format: string }[]) =>
    Object.fromEntries(
      fields.map(({ key, format }) => [key, format === 'name' ? card.name : format === 'idNumber' ? card.idNumber : 1]),
    );
  return {
    ...RECORD,
    record: {
      subject: { ...personal(subject), undeclared: card.address ?? '' },
      tables: Object.fromEntries(
        tables.map(({ key, columns }) => [key, [{ ...personal(columns), hidden: card.name }]]),
      ),
    },
  };
}

const visit = (change: Partial<Visit> = {}): SessionContext => ({
  ...calm('zh-CN'),
  onReader: { present: true, idNumber: card.idNumber },
  visit: {
    ...beginVisit(card, { itemCode: laidOut.code, outcome: 'unknown' }),
    item: laidOut,
    filling: BEGIN_FILLING,
    fetched: personalRecord() ?? RECORD,
    document: { pdf: new Uint8Array(), pages: 3 },
    ...change,
  },
});
const at = (stop: Stop): SessionContext => visit({ trail: goTo(AT_HOME, stop) });
const nobody = calm('zh-CN');

const atLocker = (locker: LockerTurn): SessionContext => visit({ locker });
const withLocker: Surroundings = { ...around, locker: fakeLocker({ now: () => 0 }).visits };
const door = { cell: 7, parcelId: 'parcel', stage: { stage: 'open', urge: 'remind' } } as const;
const proven: LockerTurn = {
  kind: 'pickup',
  typed: '204816',
  grant: {
    grantId: 'grant',
    parcelId: 'parcel',
    cell: 7,
    itemName: laidOut.name,
    caseNumber: '310120202600001',
    maskedHolder: '王**',
    by: 'holder',
  },
};
const known: LockerTurn = {
  kind: 'handIn',
  typed: '310120202600101',
  found: { what: { caseNumber: '310120202600101', itemName: laidOut.name }, maskedHolder: '王**' },
};

const readerGone: Surroundings = { ...around, readerReady: () => false };
const states: readonly [string, SessionContext, ScreenName, Surroundings?][] = [
  ['attract.calm', nobody, 'attract'],
  ['attract.chosen', nobody, 'attract'],
  ['attract.calm', nobody, 'outOfService', readerGone],
  ['leftBehind', nobody, 'takeAway'],
  ['reading', nobody, 'reading'],
  ['cardTrouble.lying', { ...nobody, cardFailure: 'card.expired' }, 'cardTrouble'],
  ['visit.desk.browse', visit(), 'home'],
  ['visit.desk.browse', at({ at: 'departments' }), 'departments'],
  ['visit.desk.browse', at({ at: 'department', department: laidOut.department }), 'department'],
  ['visit.desk.browse', at({ at: 'department', department: 'gone' }), 'home'],
  ['visit.desk.browse', at({ at: 'themes' }), 'themes'],
  ['visit.desk.browse', at({ at: 'theme', theme }), 'theme'],
  ['visit.desk.browse', at({ at: 'search', text: 'yb' }), 'search'],
  ['visit.desk.browse', at({ at: 'item', code: guided.code }), 'item'],
  ['visit.desk.browse', at({ at: 'item', code: 'gone' }), 'home'],
  ['visit.desk.identify', visit({ card: null }), 'reading'],
  ['visit.desk.identify', { ...visit({ card: null }), onReader: EMPTY_READER }, 'identify'],
  ['visit.desk.identify', { ...visit({ card: null }), cardFailure: 'card.expired' }, 'cardTrouble'],
  ['visit.desk.fill', visit({ item: formed }), 'fill'],
  ['visit.desk.confirm', visit(), 'confirm'],
  ['visit.fetching', visit(), 'waiting'],
  ['visit.desk.record', visit(), 'record'],
  ['visit.desk.record', visit({ item: delivered }), 'record'],
  ['visit.desk.noRecord', visit(), 'noRecord'],
  ['visit.trouble', visit({ failure: 'center.failed' }), 'trouble'],
  ['visit.printing.running', visit(), 'printing'],
  ['visit.printing.heldUp', visit({ progress: { impressions: 1, trouble: 'printer.jammed' } }), 'printTrouble'],
  ['visit.printing.givingUp', visit({ progress: { impressions: 1, trouble: 'printer.jammed' } }), 'printing'],
  ['visit.printFailed', visit({ failure: 'printer.jobFailed' }), 'printFailed'],
  ['visit.printed.showing', visit({ receipt: 'failed', receiptCode: 'receipt.paperOut' }), 'printed'],
  ['visit.rating', visit(), 'rating'],
  ['visit.cardAway', visit(), 'cardAway'],
  ['visit.takeAway.waiting', visit(), 'takeAway'],
  ['visit.lastCall', nobody, 'takeAway'],
  ['visit.desk.pickup', atLocker({ kind: 'pickup', typed: '2048', qr: '111122223333' }), 'pickup', withLocker],
  ['visit.desk.pickupSign', atLocker(proven), 'pickupSign', withLocker],
  ['visit.desk.handIn.checking', atLocker({ kind: 'handIn', typed: '310120202600101' }), 'handIn', withLocker],
  ['visit.desk.handInConfirm', atLocker(known), 'handInConfirm', withLocker],
  ['visit.lockerDoor.planning', atLocker(proven), 'lockerDoor', withLocker],
  ['visit.lockerDoor.planning', atLocker(known), 'handInConfirm', withLocker],
  ['visit.lockerDoor.working', atLocker({ ...known, door }), 'lockerDoor', withLocker],
  ['visit.lockerEnd.asking', atLocker({ ...proven, door, outcome: 'stillInside' }), 'lockerEnd', withLocker],
  ['visit.lockerTrouble', atLocker(proven), 'trouble', withLocker],
  ['staff', nobody, 'staff', withLocker],
  ['goodbye', nobody, 'goodbye'],
  ['technician', nobody, 'technician'],
];

const show = (place: string, context: SessionContext, surroundings = around): Screen =>
  toScreen(place, context, surroundings, 12_300);

test.each(states)('%s is shown as the contract says', (place, context, name, surroundings) => {
  const screen = show(place, context, surroundings);
  expect(screen.name).toBe(name);
  expect(screenSchema.parse(screen)).toEqual(screen);
});

test('every screen of the contract is shown in some state', () => {
  const shown = new Set(states.map(([, , name]) => name));
  expect(screenSchema.options.map(({ shape }) => shape.name.value).filter((name) => !shown.has(name))).toEqual([]);
});

test.each(states)('%s holds neither the full name nor the full number', (place, context, _, surroundings) => {
  const shown = JSON.stringify(show(place, context, surroundings));
  for (const secret of [
    card.name,
    card.name.slice(1),
    card.idNumber,
    card.idNumber.slice(6, 14),
    card.address ?? '-',
  ]) {
    expect(shown).not.toContain(secret);
  }
});

test('“show” shows name and number, and still nothing that the template does not declare', () => {
  const shown = JSON.stringify(show('visit.desk.record', visit({ revealed: true })));
  expect(shown).toContain(card.name);
  expect(shown).toContain(card.idNumber);
  expect(shown).not.toContain(card.address);
  expect(shown).not.toMatch(/undeclared|hidden/);
});

test('what cannot be finished here and now is said on its tile', () => {
  const tiles = (surroundings: Surroundings) => {
    const screen = show('visit.desk.browse', at({ at: 'department', department: delivered.department }), surroundings);
    if (screen.name !== 'department') throw new Error(screen.name);
    return Object.fromEntries(screen.items.map(({ code, unavailable }) => [code, unavailable]));
  };
  expect(tiles({ ...around, offline: () => true })[delivered.code]).toBe('needsNetwork');
  expect(tiles({ ...around, printerReady: () => false })[delivered.code]).toBe('needsPrinter');
  expect(tiles(around)[delivered.code]).toBeUndefined();
});
