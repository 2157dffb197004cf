import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../config/config.js';
import { Readiness } from '../health/readiness.js';
import { Metrics } from '../metrics/metrics.js';
import { serveApiDocs } from './api-docs.js';
import { answerUnreadableRequest } from './client-error.js';
import { serveConsole } from './console.js';
import { BODY_LIMIT_BYTES, takeJsonOnly } from './json-body.js';
import { createLogger } from './logger.js';
import { describeApi } from './open-api.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemError } from './problem-error.js';
import { RouteTable } from './route-table.js';
import { sendSecurityHeaders } from './security-headers.js';
import { ValidationPipe } from './validation.pipe.js';

const REQUEST_ID = /^[\w.-]{1,64}$/;
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * The HTTP application over `rootModule`, initialised and not yet listening: `app.listen(port, host)` opens it,
 * `app.close()` drains it (no new requests, the open ones finish, then the database is let go).
 */
export async function createHttpApp(
  rootModule: DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  const routes = new RouteTable();
  const filter = new ProblemFilter(routes);
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 512 },
    requestIdHeader: false,
    genReqId: (raw: IncomingMessage) => {
      const given = raw.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : uuidv7();
    },
    frameworkErrors: (error: Error, request: unknown, reply: unknown) =>
      filter.answer(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: answerUnreadableRequest,
  });
  const app = await NestFactory.create<NestFastifyApplication>(rootModule, adapter, {
    bodyParser: false,
    logger: createLogger(config),
    abortOnError: false,
  });
  const instance = adapter.getInstance();
  takeJsonOnly(instance);
  instance.addHook('onRoute', (route) => routes.add(route));
  await sendSecurityHeaders(instance, config.production);
  await app.register(cookie);
  watchRequests(app);
  app.useGlobalFilters(filter);
  app.useGlobalPipes(new ValidationPipe());
  if (config.consoleDir !== null) await serveConsole(instance, config.consoleDir);
  await serveApiDocs(instance, () => describeApi(app));
  await app.init();
  await instance.ready();
  return app;
}

function watchRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  const readiness = app.get(Readiness);
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
    // Load balancers are told by /health/ready; whoever still comes gets a clear answer and may go elsewhere.
    if (readiness.isDraining && !request.url.startsWith('/health/')) {
      reply.header('Connection', 'close');
      throw new ProblemError('service.unavailable', 'This process is shutting down.', [], {
        'Retry-After': '1',
      });
    }
  });
  instance.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
  });
}
