import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import { PICTURE_BYTES, photoDecoderFrom } from './photo-decoder.ts';
import { specimenCard, startReaderTestRig } from './reader-test-rig.ts';

const wang = specimenCard('wang-guilan');
const PHOTO = Uint8Array.from({ length: 1024 }, (_, at) => at & 0xff);

/** A plug-in that answers a BMP whose every pixel is the photo's second byte, header as given. */
const picturePlugIn = (width: number, height: number, bytes: number): string => `
  export function decodePhoto(photo) {
    const bmp = Buffer.alloc(${bytes}, photo[1]);
    bmp.write('BM');
    bmp.writeUInt32LE(${bytes}, 2);
    bmp.writeInt32LE(${width}, 18);
    bmp.writeInt32LE(${height}, 22);
    bmp.writeUInt16LE(24, 28);
    return bmp;
  }`;

const PLUG_INS = {
  good: picturePlugIn(102, 126, PICTURE_BYTES),
  upsideDown: picturePlugIn(102, -126, PICTURE_BYTES),
  later: `import { setTimeout } from 'node:timers/promises';
    ${picturePlugIn(102, 126, PICTURE_BYTES).replace('function decodePhoto', 'function now')}
    export const decodePhoto = async (photo) => { await setTimeout(5); return now(photo); };`,
  otherSize: picturePlugIn(96, 126, PICTURE_BYTES),
  tooShort: picturePlugIn(102, 126, PICTURE_BYTES - 1),
  huge: picturePlugIn(102, 126, 80_000_000),
  text: `export const decodePhoto = () => 'a picture';`,
  nothing: `export const decodePhoto = () => undefined;`,
  throws: `export const decodePhoto = () => { throw new Error('no licence'); };`,
  rejects: `export const decodePhoto = async () => { throw new Error('no licence'); };`,
  throwsNothing: `export const decodePhoto = () => { throw undefined; };`,
  exits: `export const decodePhoto = () => process.exit(1);`,
  eatsMemory: `export const decodePhoto = () => { const all = []; for (;;) all.push(new Array(100_000).fill(1.5)); };`,
  endless: `export const decodePhoto = () => { for (;;); };`,
  neverAnswers: `export const decodePhoto = () => new Promise((resolve) => setTimeout(resolve, 1e6));`,
  noSuchExport: `export const somethingElse = 1;`,
  noModule: `export const = ;`,
  failsOnLoading: `throw new Error('no licence');`,
};

let folder: string;
const path = (name: string): string => join(folder, `${name}.mjs`);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-photo-'));
  for (const [name, source] of Object.entries(PLUG_INS)) writeFileSync(path(name), source);
});
afterAll(() => rmSync(folder, { recursive: true }));

const atPace = (factor: number): Clock => ({
  ...systemClock,
  after: (delayMs, call) => systemClock.after(delayMs * factor, call),
});
/** Threads start late on a machine with much to do: only what never ends meets its limit. */
const patient = atPace(20);
const hasty = atPace(0.2);

const decode = (name: string, clock = patient) => photoDecoderFrom(path(name), clock).decode(PHOTO);

describe('photo decoder', () => {
  it.each(['good', 'upsideDown', 'later'])('a plug-in that works: %s', async (name) => {
    const picture = await decode(name);
    expect(picture.ok && picture.value).toHaveLength(PICTURE_BYTES);
    expect(picture.ok && picture.value.at(-1)).toBe(PHOTO[1]);
  });

  it.each([
    ['otherSize', 'noPicture'],
    ['tooShort', 'noPicture'],
    ['huge', 'noPicture'],
    ['text', 'noPicture'],
    ['nothing', 'noPicture'],
    ['throws', 'failed'],
    ['rejects', 'failed'],
    ['throwsNothing', 'failed'],
    ['exits', 'failed'],
    ['eatsMemory', 'failed'],
    ['noSuchExport', 'failed'],
    ['noModule', 'failed'],
    ['failsOnLoading', 'failed'],
    ['that-is-not-there', 'failed'],
  ])('plug-in %s: %s', async (name, error) => {
    expect(await decode(name)).toEqual({ ok: false, error });
  });

  it.each(['endless', 'neverAnswers'])('plug-in %s is given up', async (name) => {
    expect(await decode(name, hasty)).toEqual({ ok: false, error: 'timeout' });
  });

  it('a plug-in that never ends does not hold up a reader that is stopped', async () => {
    const decoder = photoDecoderFrom(path('endless'), patient);
    const decoding = decoder.decode(PHOTO);
    await decoder.close();
    expect(await decoding).toEqual({ ok: false, error: 'failed' });
  });

  it('the picture comes with the card; a plug-in that fails costs the picture and not the card', async () => {
    for (const [name, reasons] of [
      ['good', []],
      ['throws', ['photoDecoder-failed']],
    ] as const) {
      const rig = await startReaderTestRig({ photoDecoder: photoDecoderFrom(path(name), patient) });
      rig.simulator.putCard(wang, { photo: PHOTO });
      await rig.tells(['presented', 'read']);
      const read = rig.events.findLast((event) => event.type === 'read');
      expect(read?.card).toEqual(wang);
      expect(read?.picture?.length).toBe(name === 'good' ? PICTURE_BYTES : undefined);
      await rig.end();
      expect(rig.reports.at(-1)?.reasons).toEqual(reasons);
    }
  });
});
