import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { appModule } from './app.module.js';
import { withDemoSandbox } from './payments/payments.public.js';
import { loadConfig } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/embedded/open-database.js';
import { assertRedisReachable } from './platform/embedded/reachable.js';
import { runProgram } from './platform/embedded/run-program.js';
import { createLogger } from './platform/http/logger.js';
import { stopSignal } from './stop-signal.js';

/** Jobs without HTTP, in any number, beside API processes that run with COINWARDEN_JOBS=off. */
await runProgram(async () => {
  const stopped = stopSignal();
  const config = await withDemoSandbox(loadConfig());
  const notice = (line: string) => process.stderr.write(`${line}\n`);
  if (config.redisUrl !== null) await assertRedisReachable(config.redisUrl);
  const database = await openDatabase({ ...config, share: true, notice });
  try {
    await migrate(database.url);
    const app = await NestFactory.createApplicationContext(
      appModule(config.with({ databaseUrl: database.url, jobs: true })),
      { logger: createLogger(config), abortOnError: false },
    );
    process.stdout.write('Coinwarden works on jobs.\n');
    try {
      await stopped;
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
  return 0;
});
