import type { AddressInfo } from 'node:net';
import { API_KEY_SCOPES, type ApiKeyScope, type Role } from '@coinwarden/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../api/src/create-app.js';
import { type ConfigValues, loadConfig } from '../../api/src/platform/config/config.js';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.js';
import { CreateApiKey, CreateStaff } from '../../api/src/staff/staff.public.js';
import { createTestDatabase } from './database.js';

type Agent = ReturnType<typeof supertest.agent>;

export interface TestStaff {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** Carries the session cookie, and the header that writes need. */
  readonly request: Agent;
}

export interface TestApp {
  readonly url: string;
  readonly databaseUrl: string;
  /** Brings no credentials of its own. */
  readonly request: Agent;
  /** The same with an API key that holds every scope. */
  readonly asPlatform: Agent;
  readonly apiKey: string;
  /** Makes a member of staff with this role and signs them in. */
  signIn(role: Role): Promise<TestStaff>;
  newApiKey(
    scopes?: readonly ApiKeyScope[],
    requestsPerSecond?: number,
  ): Promise<{ id: string; apiKey: string }>;
  readonly db: UnitOfWork;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

const BY_TEST = { type: 'system', id: 'test' } as const;
export const TEST_PASSWORD = 'correct horse battery staple';

/** The real application in this process, on a port of its own and a fresh database unless one is given. */
export async function startTestApp(overrides: Partial<ConfigValues> = {}): Promise<TestApp> {
  const database = overrides.databaseUrl ? null : await createTestDatabase();
  const databaseUrl = overrides.databaseUrl ?? database!.url;
  const config = loadConfig({ NODE_ENV: 'test' }).with({ logLevel: 'silent', ...overrides, databaseUrl });
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const newApiKey: TestApp['newApiKey'] = async (scopes = API_KEY_SCOPES, requestsPerSecond) => {
    const created = await app.get(CreateApiKey).run({ name: 'test', scopes, requestsPerSecond }, BY_TEST);
    return { id: created.apiKeyId, apiKey: created.apiKey };
  };
  const { apiKey } = await newApiKey();
  let people = 0;

  return {
    url,
    databaseUrl,
    request: supertest.agent(url),
    asPlatform: supertest.agent(url).set('Authorization', `Bearer ${apiKey}`),
    apiKey,
    newApiKey,
    signIn: async (role) => {
      const email = `${role}-${++people}@staff.example`;
      const { staffId } = await app
        .get(CreateStaff)
        .run({ email, displayName: role, role, password: TEST_PASSWORD }, { audit: BY_TEST, acting: null });
      const request = supertest.agent(url).set('X-Requested-With', 'coinwarden');
      await request.post('/staff/session').send({ email, password: TEST_PASSWORD }).expect(204);
      return { id: staffId, email, password: TEST_PASSWORD, request };
    },
    db: app.get(UnitOfWork),
    app,
    close: async () => {
      await app.close();
      await database?.drop();
    },
  };
}
