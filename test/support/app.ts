import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../api/src/create-app.js';
import { type ConfigValues, loadConfig } from '../../api/src/platform/config/config.js';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.js';
import { createTestDatabase } from './database.js';

type Agent = ReturnType<typeof supertest.agent>;

export interface TestApp {
  readonly url: string;
  readonly databaseUrl: string;
  /** Brings no credentials of its own. */
  readonly request: Agent;
  readonly app: NestFastifyApplication;
  readonly db: UnitOfWork;
  close(): Promise<void>;
}

/** The real application in this process, on a port of its own and a fresh database unless one is given. */
export async function startTestApp(overrides: Partial<ConfigValues> = {}): Promise<TestApp> {
  const database = overrides.databaseUrl ? null : await createTestDatabase();
  const databaseUrl = overrides.databaseUrl ?? database!.url;
  const config = loadConfig({ NODE_ENV: 'test', PORT: '0' }).with({
    logLevel: 'silent',
    ...overrides,
    databaseUrl,
  });
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    databaseUrl,
    request: supertest.agent(url),
    app,
    db: app.get(UnitOfWork),
    close: async () => {
      await app.close();
      await database?.drop();
    },
  };
}
