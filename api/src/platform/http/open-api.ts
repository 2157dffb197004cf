import { problem } from '@coinwarden/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { isUnder } from './security-headers.js';

const DESCRIPTION = `Decides every coin transaction of a platform with the coins already moved.

The service API under \`/v1\` takes an API key; the staff API under \`/staff\` a session cookie, and the header
\`X-Requested-With: coinwarden\` on writes. Refusals are \`application/problem+json\` with a stable \`code\`.`;

const isZod = (schema: unknown): schema is z.core.$ZodType =>
  typeof schema === 'object' && schema !== null && '_zod' in schema;

/** The wire's own schemas as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
function convert(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!isZod(schema)) return undefined;
  const { $defs, $schema: _, ...rest } = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any' });
  return { schema: rest, components: $defs ?? {} };
}

export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Coinwarden')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'apiKey')
    .addCookieAuth('coinwarden_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: convert,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return withRefusals(document);
}

/** What holds for every operation is added here once, instead of on every route. */
function withRefusals(document: OpenAPIObject): OpenAPIObject {
  // A schema with a name of its own comes as a definition and a reference to it.
  const { Problem } = z.toJSONSchema(problem, { io: 'output' }).$defs ?? {};
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: Problem as object },
  };
  const refusal = {
    description: 'A refusal, or a failure of ours',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const [path, item] of Object.entries(document.paths)) {
    const security = isUnder(path, '/v1')
      ? [{ apiKey: [] }]
      : isUnder(path, '/staff')
        ? [{ session: [] }]
        : [];
    for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
      const operation = item[method];
      if (!operation) continue;
      operation.security = security;
      operation.responses = { ...operation.responses, default: refusal };
    }
  }
  return document;
}
