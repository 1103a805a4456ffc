import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { attribute } from './attributes.ts';
import type { IppMessage } from './frames.ts';
import { createIppPrinter, type IppPrinterOptions } from './ipp-printer.ts';
import { type AttributeReader, readAttributes } from './reply.ts';
import { OPERATION, VALUE_TAG, VALUES_NOT_SUPPORTED } from './tags.ts';
import { type Served, serveIpp } from './testing/serve.ts';

const { integer, keyword } = VALUE_TAG;
let served: Served | undefined;
afterEach(() => served?.close());

interface Model {
  readonly mediaCol?: string[];
  readonly sources?: string[];
  readonly refusesMediaCol?: boolean;
}

/** A printer that can what the model says, and the job templates that it was sent. */
async function printerOf(model: Model, options: Partial<IppPrinterOptions>) {
  const templates: AttributeReader[] = [];
  const answer = (request: IppMessage) => {
    const template = readAttributes(request.groups.find(({ tag }) => tag === 2));
    if (request.code !== OPERATION.createJob) {
      const { mediaCol = [], sources = [] } = model;
      return {
        printer: [
          attribute('media-col-supported', keyword, ...mediaCol),
          attribute('media-source-supported', keyword, ...sources),
        ],
      };
    }
    templates.push(template);
    const refused = model.refusesMediaCol && template.collections('media-col').length > 0;
    return refused ? { code: VALUES_NOT_SUPPORTED } : { job: [attribute('job-id', integer, 5)] };
  };
  served = await serveIpp(answer);
  const printer = createIppPrinter({ uri: served.uri, clock: systemClock, log: () => undefined, ...options });
  return { printer, templates };
}
const TRAYS = { record: 'tray-1', guide: 'tray-2' };
const CAN = { mediaCol: ['media-size', 'media-source'], sources: ['auto', 'tray-1', 'tray-2'] };
const created = { ok: true, value: { jobId: 5 } };
const sourceOf = (template: AttributeReader | undefined) =>
  template?.collections('media-col')[0]?.strings('media-source')[0];

test('each kind of paper is asked for from its tray, in A4 and without media beside media-col', async () => {
  const { printer, templates } = await printerOf(CAN, { trays: TRAYS });
  expect(await printer.createJob('tb-1', 'record')).toEqual(created);
  expect(await printer.createJob('tb-2', 'guide')).toEqual(created);
  expect(templates.map(sourceOf)).toEqual(['tray-1', 'tray-2']);
  const size = templates[0]?.collections('media-col')[0]?.collections('media-size')[0];
  expect([size?.integers('x-dimension'), size?.integers('y-dimension')]).toEqual([[21_000], [29_700]]);
  expect(templates[0]?.strings('media')).toEqual([]);
});

test.each<[string, Model]>([
  ['does not know media-col', {}],
  ['knows media-col but no media-source in it', { mediaCol: ['media-size'], sources: ['tray-1'] }],
  ['has no such tray', { mediaCol: ['media-source'], sources: ['main'] }],
])('a printer that %s chooses the tray itself', async (_, model) => {
  const { printer, templates } = await printerOf(model, { trays: TRAYS });
  expect(await printer.createJob('tb-1', 'record')).toEqual(created);
  expect(templates).toHaveLength(1);
  expect(templates[0]?.strings('media')).toEqual(['iso_a4_210x297mm']);
  expect(templates[0]?.collections('media-col')).toEqual([]);
});

test('a printer that says it can and refuses is asked once more without', async () => {
  const { printer, templates } = await printerOf({ ...CAN, refusesMediaCol: true }, { trays: TRAYS });
  expect(await printer.createJob('tb-1', 'guide')).toEqual(created);
  expect(templates.map(sourceOf)).toEqual(['tray-2', undefined]);
});

test('without trays in the configuration the printer is not even asked; sides are as configured', async () => {
  const { printer, templates } = await printerOf({}, { sides: 'two-sided-long-edge' });
  expect(await printer.createJob('tb-1')).toEqual(created);
  expect(templates[0]?.strings('sides')).toEqual(['two-sided-long-edge']);
  expect(templates[0]?.strings('media')).toEqual(['iso_a4_210x297mm']);
});
