import swagger, { type SwaggerTransformObject } from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { catalogueAnswerSchema } from '../../contract/catalogue/manifest.ts';
import {
  acknowledgementSchema,
  queryAnswerSchema,
  queryRequestSchema,
  ratingReportSchema,
  transactionReportSchema,
} from '../../contract/gateway.ts';
import {
  actReportSchema,
  caseAnswerSchema,
  cellReportSchema,
  codeReportSchema,
  evidenceReportSchema,
  inventoryReportSchema,
  noticeReportSchema,
  parcelReportSchema,
} from '../../contract/locker-gateway.ts';
import { noticeListSchema, overdueListSchema } from '../locker/reports/list-routes.ts';
import type { CenterApp } from './app.ts';
import { KIOSK_HEADER } from './auth.ts';
import { errorAnswerSchema } from './errors.ts';
import { transactionListSchema } from './transactions.ts';

/** The schemas that have a name of their own in the description. */
function namedSchemas() {
  const registry = z.registry<{ id: string }>();
  registry.add(queryRequestSchema, { id: 'QueryRequest' });
  registry.add(queryAnswerSchema, { id: 'QueryAnswer' });
  registry.add(transactionReportSchema, { id: 'TransactionReport' });
  registry.add(transactionListSchema, { id: 'TransactionList' });
  registry.add(ratingReportSchema, { id: 'RatingReport' });
  registry.add(acknowledgementSchema, { id: 'Acknowledgement' });
  registry.add(catalogueAnswerSchema, { id: 'CatalogueAnswer' });
  registry.add(caseAnswerSchema, { id: 'LockerCaseAnswer' });
  registry.add(parcelReportSchema, { id: 'ParcelReport' });
  registry.add(codeReportSchema, { id: 'PickupCodeReport' });
  registry.add(noticeReportSchema, { id: 'NoticeReport' });
  registry.add(actReportSchema, { id: 'ActReport' });
  registry.add(evidenceReportSchema, { id: 'EvidenceReport' });
  registry.add(cellReportSchema, { id: 'CellReport' });
  registry.add(inventoryReportSchema, { id: 'InventoryReport' });
  registry.add(overdueListSchema, { id: 'OverdueList' });
  registry.add(noticeListSchema, { id: 'NoticeList' });
  registry.add(errorAnswerSchema, { id: 'Error' });
  return registry;
}

/** Collects the routes that are added afterwards; call before them. */
export async function describeRoutes(app: CenterApp): Promise<void> {
  const schemaRegistry = namedSchemas();
  const named = createJsonSchemaTransformObject({ schemaRegistry });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tongban center: 一网通办 reference gateway',
        version: '1.0.0',
        description:
          'What self-service terminals say to the center. JSON over HTTP. Repeating a request with the same key gives the ' +
          'same answer, so anything may be sent again after a lost connection. Money is in fen, months are YYYY-MM, dates ' +
          'YYYY-MM-DD. Refusals have the body Error; 4xx will not change by repeating, 5xx may be tried again.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This center' }],
      tags: [
        { name: 'queries', description: 'Records of residents and documents made from them' },
        { name: 'transactions', description: 'What terminals did, and how it was liked' },
        { name: 'verification', description: 'Public check of printed documents' },
        { name: 'catalogue', description: 'What residents can have, and how' },
        {
          name: 'locker',
          description: 'Documents and papers in lockers: where they are, who is told, who opened which door',
        },
        { name: 'operation', description: 'For those who keep it running' },
      ],
      components: {
        securitySchemes: {
          kioskKey: { type: 'http', scheme: 'bearer', description: 'The key that the kiosk was given at enrolment.' },
          kioskId: {
            type: 'apiKey',
            in: 'header',
            name: KIOSK_HEADER,
            description: 'The id of the kiosk, 310120-0042.',
          },
          operator: {
            type: 'http',
            scheme: 'basic',
            description: 'For the pages of operators; use it behind TLS only.',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: (given) => withoutUnused(named(given)),
  });
  app.get('/openapi.json', { schema: { hide: true } as object }, async () => app.swagger());
}

/** Every schema is given twice, as sent and as received; only those that a route refers to are worth reading. */
function withoutUnused(description: ReturnType<SwaggerTransformObject>): ReturnType<SwaggerTransformObject> {
  const schemas = 'components' in description ? description.components?.schemas : undefined;
  const routes = JSON.stringify(description.paths);
  for (const name of Object.keys(schemas ?? {})) {
    if (!routes.includes(`"#/components/schemas/${name}"`)) delete schemas?.[name];
  }
  return description;
}
