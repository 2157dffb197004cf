import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const VIEWER = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Of our own, because the viewer's page has inline styles and starts on a stranger's API. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Coinwarden API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="stylesheet" href="/docs/index.css" />
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['X-Requested-With'] = 'coinwarden';
    return request;
  },
});
`;

/** `/openapi.json`, built when somebody first asks, and the same to browse at `/docs`. */
export async function serveApiDocs(instance: FastifyInstance, describe: () => object): Promise<void> {
  let document: string | null = null;
  instance.get('/openapi.json', async (_, reply) => {
    document ??= JSON.stringify(describe());
    return reply.type('application/json; charset=utf-8').send(document);
  });
  for (const address of ['/docs', '/docs/']) {
    instance.get(address, async (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  }
  instance.get('/docs/start.js', async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  );
  await instance.register(fastifyStatic, {
    root: VIEWER,
    prefix: '/docs/',
    decorateReply: false,
    index: false,
    allowedPath: (file) =>
      /^\/(swagger-ui-bundle\.js|swagger-ui\.css|index\.css|favicon-32x32\.png)$/.test(file),
  });
}
