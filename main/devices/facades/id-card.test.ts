import { beforeEach, expect, test } from 'vitest';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { IdCardEvent } from '../../../native/idcard/reader.ts';
import { ManualClock } from '../../../native/manual-clock.ts';
import { createHealthRecord } from '../health-record.ts';
import { createIdCardStory, type IdCardStory } from './id-card.ts';

const card = (idNumber: string) => ({ kind: 'resident', idNumber }) as IdentityCard;
const WANG = card('11010519491231002X');
const LI = card('440524188001010014');

let told: string[];
let story: IdCardStory;
const clock = new ManualClock();
const record = createHealthRecord('idCard', 'sdt', clock);

beforeEach(() => {
  told = [];
  story = createIdCardStory((event: IdCardEvent) =>
    told.push(event.type === 'status' ? `${event.status.device} ${event.status.media}` : event.type),
  );
});

function health(report: Partial<HealthReport>): void {
  record.take({ state: 'online', details: {}, reasons: [], evidence: '', ...report });
  story.health(record.now());
}
const online = (media: string): void => health({ details: { media } });
function crash(): void {
  record.lost('driverCrashed', 'SIGABRT');
  story.health(record.now());
}
function lies(what: IdentityCard): void {
  story.event({ type: 'presented' });
  story.event({ type: 'read', card: what });
  online('present');
}

test('what the driver tells is passed on, its state as status', () => {
  online('notPresent');
  lies(WANG);
  story.event({ type: 'removed' });
  online('notPresent');
  expect(told).toEqual(['online notPresent', 'presented', 'read', 'online present', 'removed', 'online notPresent']);
  expect(story.status()).toEqual({ device: 'online', media: 'notPresent' });
});

test('the driver crashes and finds the same card again: nobody is told twice', () => {
  lies(WANG);
  crash();
  lies(WANG);
  story.event({ type: 'removed' });
  expect(told).toEqual(['presented', 'read', 'online present', 'offline unknown', 'online present', 'removed']);
});

test('the driver crashes and finds another card: the first one was removed', () => {
  lies(WANG);
  crash();
  told = [];
  lies(LI);
  expect(told).toEqual(['removed', 'presented', 'read', 'online present']);
});

test('the driver crashes and finds no card: it was removed', () => {
  lies(WANG);
  crash();
  told = [];
  online('notPresent');
  expect(told).toEqual(['removed', 'online notPresent']);
});

test('a card that cannot be read after a crash is another one until the contrary is known', () => {
  lies(WANG);
  crash();
  told = [];
  story.event({ type: 'presented' });
  story.event({ type: 'failed', code: 'card.unreadable' });
  expect(told).toEqual(['removed', 'presented', 'failed']);
});

test('the driver crashes in the middle of reading: the card is told of anew, and then read', () => {
  online('notPresent');
  story.event({ type: 'presented' });
  crash();
  told = [];
  lies(WANG);
  expect(told).toEqual(['removed', 'presented', 'read', 'online present']);
});

test('a crash without a card on the reader leaves nothing to doubt', () => {
  online('notPresent');
  crash();
  told = [];
  lies(LI);
  expect(told).toEqual(['presented', 'read', 'online present']);
});
