import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok } from '../../contract/result.ts';
import { getResponse, readRecord, SSSE_NAME, selectByName, selectFile, withLe } from './apdu.ts';
import { converse, MAX_FOLLOW_UPS, type Transmit } from './card-dialogue.ts';
import { ITEMS } from './items.ts';
import { isOtherCard, readCard } from './read-card.ts';
import { specimenChip } from './reader-test-rig.ts';
import { decodeRecord } from './record.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const bytes = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** A card that answers with these, one after the other, and remembers what it was given. */
function scripted(...answers: string[]) {
  const given: string[] = [];
  const transmit: Transmit = async (apdu) => {
    given.push(hex(apdu));
    return ok(Uint8Array.from(bytes(answers[Math.min(given.length, answers.length) - 1] ?? '6F00')));
  };
  return { given, transmit };
}

describe('commands as published', () => {
  test.each([
    ['SELECT SSSE', selectByName(SSSE_NAME), '00A404000F7378312E73682EC9E7BBE1B1A3D5CF'],
    ['SELECT EF05', selectFile('EF05', 'below'), '00A4020002EF05'],
    ['SELECT EF05, other form', selectFile('EF05', 'anywhere'), '00A4000002EF05'],
    ['SELECT EF06', selectFile('EF06', 'below'), '00A4020002EF06'],
    ['READ RECORD 1 of EF06', readRecord('byNumber', 1, ITEMS.idNumber.bytes + 2), '00B2010414'],
    ['READ RECORD 2 of EF06', readRecord('byNumber', 2, ITEMS.name.bytes + 2), '00B2020420'],
    ['READ RECORD of item 08', readRecord('byIdentifier', 8, ITEMS.idNumber.bytes + 2), '00B2080014'],
    ['GET RESPONSE', getResponse(0x10), '00C0000010'],
    ['with the Le asked for', withLe(bytes('00B2080014'), 0x20), '00B2080020'],
  ])('%s', (_name, apdu, expected) => {
    expect(hex(apdu)).toBe(expected);
  });
});

describe('what T=0 makes of one command', () => {
  test('61xx is fetched, more than once if need be', async () => {
    const { given, transmit } = scripted('6102', '0102 6101', '03 9000');
    expect(await converse(transmit, bytes('00A4020002EF05'))).toEqual(ok({ data: Uint8Array.of(1, 2, 3), sw: 0x9000 }));
    expect(given).toEqual(['00A4020002EF05', '00C0000002', '00C0000001']);
  });

  test('6Cxx is repeated with that length', async () => {
    const { given, transmit } = scripted('6C03', '0A0131 9000');
    expect(await converse(transmit, bytes('00B20A0005'))).toEqual(
      ok({ data: Uint8Array.of(0x0a, 1, 0x31), sw: 0x9000 }),
    );
    expect(given).toEqual(['00B20A0005', '00B20A0003']);
  });

  test.each(['6C05', '6105'])('a card that says %s for ever is left', async (status) => {
    const { given, transmit } = scripted(status);
    expect(await converse(transmit, bytes('00B20A0005'))).toMatchObject({
      ok: true,
      value: { sw: Number.parseInt(status, 16) },
    });
    expect(given).toHaveLength(1 + MAX_FOLLOW_UPS);
  });
});

describe('records', () => {
  test.each([
    ['a whole one', '0A 01 31', '31'],
    ['padding behind', '0A 01 31 00 FF', '31'],
    ['an empty value', '0A 00', ''],
    ['nothing', '', 'empty'],
    ['no length', '0A', 'empty'],
    ['another identifier', '0B 01 31', 'identifier'],
    ['a length that says more than came', '0A 02 31', 'length'],
    ['a length above the item', '0A 05 31 31 31 31 31', 'length'],
    ['something behind', '0A 01 31 32', 'behind'],
  ])('%s', (_name, record, expected) => {
    const decoded = decodeRecord(bytes(record), 0x0a, 4);
    expect(decoded.ok ? hex(decoded.value) : decoded.error).toBe(expected);
  });

  test('any bytes: no throw, and never more than the item has', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat({ max: 255 }),
        fc.nat({ max: 40 }),
        (record, identifier, max) => {
          const decoded = decodeRecord(record, identifier, max);
          return !decoded.ok || decoded.value.length <= max;
        },
      ),
    );
  });
});

describe('whole cards', () => {
  test('a card that says anything is read to an end: a value, bounded in commands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 0, maxLength: 258 }), { minLength: 1, maxLength: 40 }),
        async (answers) => {
          let commands = 0;
          const result = await readCard(async () => {
            commands += 1;
            return ok(answers[commands % answers.length] ?? new Uint8Array(0));
          }, 'auto');
          return !result.ok && commands <= (1 + 4 + 20) * (1 + MAX_FOLLOW_UPS);
        },
      ),
    );
  });

  test('one answer of a good card is damaged: a value, never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 30 }), fc.uint8Array({ maxLength: 40 }), async (nth, damage) => {
        const chip = specimenChip();
        let commands = 0;
        await readCard(async (apdu) => {
          commands += 1;
          return ok(commands === nth ? damage : chip.command(apdu));
        }, 'auto');
        return commands < 100;
      }),
    );
  });

  test.each([
    ['6A82', true],
    ['6982', true],
    ['6D00', true],
    ['6F00', false],
    ['6581', false],
  ])('SELECT SSSE answered with %s: another card? %s', async (status, other) => {
    const result = await readCard(scripted(status).transmit, 'auto');
    expect(!result.ok && isOtherCard(result.error)).toBe(other);
  });
});
