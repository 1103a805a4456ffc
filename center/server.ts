import type { Server } from 'node:http';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CenterApp } from './api/app.ts';
import { type KioskKeys, kioskAuthentication } from './api/auth.ts';
import { addDocumentRoute } from './api/documents.ts';
import { answerBrokenRequest, answerError, answerNotFound } from './api/errors.ts';
import { addHealthRoute } from './api/health.ts';
import { describeRoutes } from './api/openapi.ts';
import { addQueryRoute, type QueryDependencies } from './api/queries.ts';
import { addRatingRoute } from './api/ratings.ts';
import { addTransactionRoutes, type TransactionDependencies } from './api/transactions.ts';
import { addVerifyRoute } from './api/verify.ts';
import { addCatalogueRoute } from './catalogue/catalogue-route.ts';
import { addItemRoute } from './catalogue/item-route.ts';
import type { Publisher } from './catalogue/publisher.ts';
import type { CheckCode } from './documents/check-code.ts';
import type { CenterLocker } from './locker/locker.ts';

export interface ServerDependencies extends QueryDependencies, TransactionDependencies {
  readonly kioskKeys: KioskKeys;
  readonly check: CheckCode;
  readonly catalogue: Publisher;
  readonly locker: CenterLocker;
  readonly databaseAnswers: () => boolean;
  /** Guesses are counted by address: behind a proxy that is not named here all are one. */
  readonly trustedProxy: string | undefined;
  /** A request that has not arrived whole after so long is cut off, milliseconds. */
  readonly requestTimeoutMs: number;
}

/** Nearly all messages of a kiosk are below 4 KB; routes that take more say so themselves. */
const BODY_LIMIT_BYTES = 64 * 1024;
const MAX_CONNECTIONS = 1000;

/** Builds the server with all its routes; it does not listen yet. */
export async function buildServer(on: ServerDependencies): Promise<CenterApp> {
  const app: CenterApp = fastify<Server>({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: on.trustedProxy ?? false,
    requestTimeout: on.requestTimeoutMs,
    http: {
      headersTimeout: on.requestTimeoutMs,
      // Node looks for slow requests at this pace; its default is 30 s.
      connectionsCheckingInterval: Math.min(on.requestTimeoutMs, 1000),
    },
    forceCloseConnections: true,
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>();
  app.server.maxConnections = MAX_CONNECTIONS;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  await describeRoutes(app);
  addHealthRoute(app, on.databaseAnswers);
  addVerifyRoute(app, on.queries, on.check);
  addItemRoute(app, on.catalogue);
  on.locker.addPublicRoutes(app);
  await app.register(async (kiosksOnly: CenterApp) => {
    kiosksOnly.addHook('onRequest', kioskAuthentication(on.kioskKeys));
    addQueryRoute(kiosksOnly, on);
    addDocumentRoute(kiosksOnly, on.queries);
    addTransactionRoutes(kiosksOnly, on);
    addRatingRoute(kiosksOnly, on);
    addCatalogueRoute(kiosksOnly, on.catalogue);
    on.locker.addKioskRoutes(kiosksOnly);
  });
  await app.register(async (operatorsOnly: CenterApp) => on.locker.addOperatorPages(operatorsOnly));
  return app;
}
