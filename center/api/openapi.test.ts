import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Rig, startRig } from '../center-rig.ts';

const operationSchema = z.object({
  summary: z.string().min(1),
  description: z.string().min(1),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(z.object({ in: z.string(), name: z.string(), schema: z.looseObject({}) })).optional(),
  requestBody: z.looseObject({ required: z.literal(true) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: z.record(z.string(), z.unknown()) })),
});

const descriptionSchema = z.object({
  openapi: z.string().startsWith('3.1'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })).min(1),
  paths: z.record(z.string().startsWith('/'), z.record(z.string(), operationSchema)),
  components: z.object({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
    schemas: z.record(z.string(), z.looseObject({})),
  }),
});

let rig: Rig;
let text = '';
beforeAll(async () => {
  rig = await startRig();
  text = await (await rig.send('GET', '/openapi.json', undefined, {})).text();
});
afterAll(() => rig.end());

describe('the OpenAPI description', () => {
  it('has every route, with its summary, answers and keys', () => {
    const { paths, components } = descriptionSchema.parse(JSON.parse(text));
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    );
    expect(operations.map(({ name }) => name).toSorted()).toEqual([
      'get /items/{code}',
      'get /operator/locker',
      'get /operator/messages',
      'get /pickup/{qr}',
      'get /v1/catalogue',
      'get /v1/documents/{number}',
      'get /v1/health',
      'get /v1/locker/cases/{caseNumber}',
      'get /v1/locker/notices',
      'get /v1/locker/overdue',
      'get /v1/transactions',
      'get /verify/{number}',
      'post /v1/queries',
      'put /v1/locker/acts/{id}',
      'put /v1/locker/cells/{cell}',
      'put /v1/locker/codes/{id}',
      'put /v1/locker/evidence/{id}',
      'put /v1/locker/inventories/{id}',
      'put /v1/locker/losses/{id}',
      'put /v1/locker/notices/{id}',
      'put /v1/locker/parcels/{id}',
      'put /v1/ratings/{transactionId}',
      'put /v1/transactions/{id}',
    ]);
    const open = operations.filter(({ operation }) => operation.security === undefined).map(({ name }) => name);
    expect(open.toSorted()).toEqual([
      'get /items/{code}',
      'get /pickup/{qr}',
      'get /v1/health',
      'get /verify/{number}',
    ]);
    for (const { operation } of operations) {
      for (const scheme of (operation.security ?? []).flatMap(Object.keys)) {
        expect(Object.keys(components.securitySchemes)).toContain(scheme);
      }
    }
  });

  it('refers only to schemas that it has, and has none that nobody refers to', () => {
    const { components } = descriptionSchema.parse(JSON.parse(text));
    const references = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name),
    );
    expect(references).toEqual(new Set(Object.keys(components.schemas)));
    expect(references.size).toBeGreaterThanOrEqual(6);
  });

  it('says which key a message is deduplicated by', () => {
    expect(text).toContain('"name":"idempotency-key"');
  });
});
