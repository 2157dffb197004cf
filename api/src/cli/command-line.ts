import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { appModule } from '../app.module.js';
import { loadConfig } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/embedded/open-database.js';
import { assertRedisReachable } from '../platform/embedded/reachable.js';
import { StartUpError } from '../platform/embedded/start-up-error.js';
import { ProblemError } from '../platform/http/problem-error.js';

/**
 * Runs one command on the product's own database, the embedded one of a running `npm start` included. A refusal is
 * told in its own words.
 */
export async function onApplication<T>(command: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const notice = (line: string) => process.stderr.write(`${line}\n`);
  if (config.redisUrl !== null) await assertRedisReachable(config.redisUrl);
  const database = await openDatabase({ ...config, share: true, notice });
  try {
    await migrate(database.url);
    const app = await NestFactory.createApplicationContext(
      appModule(config.with({ databaseUrl: database.url, jobs: false })),
      { logger: ['error', 'warn'], abortOnError: false },
    );
    try {
      return await command(app);
    } finally {
      await app.close();
    }
  } catch (error) {
    throw error instanceof ProblemError ? new StartUpError(error.message) : error;
  } finally {
    await database.close();
  }
}
