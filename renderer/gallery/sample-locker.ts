import type { Screen, ScreenName, Snapshot } from '../../contract/screen.ts';

type LockerName = 'pickup' | 'pickupSign' | 'handIn' | 'handInConfirm' | 'lockerDoor' | 'lockerEnd';
type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>;

/** Five columns: small doors on the left, large ones on the right, as such lockers are built. */
export const COLUMNS = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  [11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
  [21, 22, 23, 24, 25, 26, 27],
  [28, 29, 30, 31, 32, 33, 34],
  [35, 36, 37, 38],
];

/** The most that eleven boards have: so many doors that only one of them can have its number. */
const MANY_COLUMNS = Array.from({ length: 22 }, (_, column) =>
  Array.from({ length: 12 }, (_cell, row) => column * 12 + row + 1),
);

export const LOCKER_SAMPLES: { readonly [N in LockerName]: ScreenOf<N> } = {
  pickup: { name: 'pickup', have: { card: true, code: false, qr: false }, typed: '402', waiting: 1, hasScanner: true },
  pickupSign: {
    name: 'pickupSign',
    itemName: { zh: '上海市居住证', en: 'Shanghai residence permit' },
    maskedCase: '***********0001',
    maskedHolder: '王**',
    by: 'holder',
    cell: 24,
  },
  handIn: {
    name: 'handIn',
    have: { card: true, case: false },
    typed: '3101202026',
    checking: false,
    hasScanner: true,
  },
  handInConfirm: {
    name: 'handInConfirm',
    caseNumber: '310120202600101',
    itemName: { zh: '个体工商户设立登记（容缺后补材料）', en: 'Registration of a self-employed business' },
    maskedHolder: '王**',
    more: false,
  },
  lockerDoor: { name: 'lockerDoor', purpose: 'pickUp', cell: 24, columns: COLUMNS, stage: 'open', urge: 'none' },
  lockerEnd: { name: 'lockerEnd', outcome: 'taken', cell: 24, receipt: 'none', retry: false },
};

const { pickup, pickupSign, handIn, handInConfirm, lockerDoor, lockerEnd } = LOCKER_SAMPLES;
const NOTHING = { card: false, code: false, qr: false };

const SCREENS: Readonly<Record<string, Screen>> = {
  'attract-locker': { name: 'attract', locker: 'ready' },
  'attract-locker-closed': { name: 'attract', locker: 'closed' },
  'pickup-fresh': { ...pickup, have: NOTHING, typed: '', waiting: undefined },
  'pickup-code': { ...pickup, have: { ...NOTHING, code: true }, typed: '402917', waiting: undefined },
  'pickup-nothing-here': { ...pickup, waiting: 0, typed: '' },
  'pickup-wrong-code': { ...pickup, typed: '', refused: 'pickup.wrongCode', refusedTimes: 1 },
  'pickup-wrong-again': { ...pickup, typed: '', refused: 'pickup.wrongCode', refusedTimes: 2 },
  'pickup-other-parcel': { ...pickup, have: NOTHING, typed: '', waiting: undefined, refused: 'pickup.otherParcel' },
  'pickup-wordy-refusal': {
    ...pickup,
    have: { card: true, code: true, qr: false },
    typed: '402917',
    waiting: 0,
    refused: 'pickup.nothingHere',
  },
  'pickup-agent-code': {
    ...pickup,
    have: { card: true, code: false, qr: true },
    typed: '',
    waiting: 0,
    refused: 'pickup.nothingHere',
  },
  'pickup-used-again': { ...pickup, typed: '', refused: 'pickup.usedCode', refusedTimes: 2 },
  'pickup-unknown-qr': { ...pickup, typed: '', refused: 'pickup.unknownQr' },
  'pickup-not-ready': { ...pickup, typed: '', refused: 'pickup.notReady' },
  'pickup-holder-only': {
    ...pickup,
    have: { ...NOTHING, code: true, qr: true },
    typed: '402917',
    waiting: undefined,
    refused: 'pickup.holderOnly',
  },
  'pickup-locked': { ...pickup, typed: '', refused: 'pickup.locked', lockedSeconds: 540 },
  'pickup-locked-no-scanner': { ...pickup, typed: '', lockedSeconds: 45, hasScanner: false },
  'pickup-no-scanner': { ...pickup, waiting: 2, hasScanner: false },
  'pickup-sign-agent': { ...pickupSign, by: 'agent', maskedHolder: 'TREMBLAY, M************' },
  'pickup-still': { ...pickupSign, still: 'ask', camera: { label: 'document-camera', rotate: 0 } },
  'pickup-still-no-camera': { ...pickupSign, still: 'ask', camera: { label: 'another camera', rotate: 0 } },
  'hand-in-fresh': { ...handIn, have: { card: false, case: false }, typed: '' },
  'hand-in-no-scanner': { ...handIn, hasScanner: false },
  'hand-in-checking': { ...handIn, have: { card: true, case: true }, typed: '310120202600101', checking: true },
  'hand-in-refused': { ...handIn, typed: '', refused: 'case.notYours' },
  'hand-in-confirm-offline': { ...handInConfirm, itemName: undefined },
  'hand-in-confirm-more': { ...handInConfirm, more: true },
  'door-opening': { ...lockerDoor, stage: 'opening' },
  'door-hand-in': { ...lockerDoor, purpose: 'handIn', cell: 36 },
  'door-remind': { ...lockerDoor, urge: 'remind' },
  'door-alarm': { ...lockerDoor, purpose: 'handIn', cell: 7, urge: 'alarm' },
  'door-of-many': { ...lockerDoor, cell: 207, columns: MANY_COLUMNS },
  'door-of-few': { ...lockerDoor, cell: 2, columns: [[1, 2, 3]] },
  'end-ask-taken': { ...lockerEnd, outcome: 'askTaken', retry: true },
  'end-ask-taken-away': { ...lockerEnd, outcome: 'askTaken' },
  'end-taken-no-card': lockerEnd,
  'end-still-inside': { ...lockerEnd, outcome: 'stillInside', retry: true },
  'end-still-inside-last': { ...lockerEnd, outcome: 'stillInside' },
  'end-handed-in': { ...lockerEnd, outcome: 'handedIn', receipt: 'done' },
  'end-handed-in-printing': { ...lockerEnd, outcome: 'handedIn', receipt: 'printing' },
  'end-handed-in-no-receipt': { ...lockerEnd, outcome: 'handedIn', receipt: 'failed' },
  'end-empty': { ...lockerEnd, outcome: 'empty', retry: true },
  'end-empty-last': { ...lockerEnd, outcome: 'empty' },
  'end-left-open': { ...lockerEnd, outcome: 'leftOpen' },
};

/** Nobody is greeted before their card lies there. */
const isNobodys = (name: string, screen: Screen): boolean =>
  name.endsWith('no-card') || ((screen.name === 'pickup' || screen.name === 'handIn') && !screen.have.card);

/** Every face of the locker's screens, and of the home page with a locker beside it. */
export const lockerVariants = (home: ScreenOf<'home'>): Readonly<Record<string, Partial<Snapshot>>> => ({
  ...Object.fromEntries(
    Object.entries(SCREENS).map(([name, screen]) => [
      name,
      isNobodys(name, screen) ? { screen, visitor: null } : { screen },
    ]),
  ),
  'home-locker': { screen: { ...home, locker: { state: 'ready', waiting: 0 } } },
  'home-locker-waiting': { screen: { ...home, locker: { state: 'ready', waiting: 1 } } },
  'home-locker-closed': { screen: { ...home, locker: { state: 'closed', waiting: 1 } } },
  'home-locker-offline': {
    offline: true,
    screen: {
      ...home,
      popular: home.popular.map((item) => ({ ...item, unavailable: 'needsNetwork' as const })),
      locker: { state: 'ready', waiting: 1 },
    },
  },
  'home-locker-everything': {
    offline: true,
    screen: {
      ...home,
      popular: home.popular.map((item) => ({ ...item, unavailable: 'needsNetwork' as const })),
      locker: { state: 'closed', waiting: 2 },
      earlier: { itemName: { zh: '医保个人账户', en: 'Medical insurance account' }, outcome: 'unknown' },
    },
  },
});
