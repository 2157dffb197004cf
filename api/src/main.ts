import 'reflect-metadata';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { SandboxServer, withDemoSandbox } from './payments/payments.public.js';
import { type Config, loadConfig } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { UnitOfWork } from './platform/database/unit-of-work.js';
import { openDatabase } from './platform/embedded/open-database.js';
import { assertRedisReachable } from './platform/embedded/reachable.js';
import { runProgram } from './platform/embedded/run-program.js';
import { freePort, listen, localUrl } from './platform/http/listen.js';
import { JobsRuntime } from './platform/queue/jobs-runtime.js';
import { seedDemo } from './simulation/simulation.public.js';
import { stopSignal } from './stop-signal.js';

const CONSOLE_DIR = path.join(import.meta.dirname, '../../../admin-ui/dist');
const say = (line: string) => process.stdout.write(`${line}\n`);

await runProgram(async () => {
  const stopped = stopSignal();
  const asked = loadConfig();
  const served = asked.with({ port: await freePort(asked), consoleDir: CONSOLE_DIR });
  const config = await withDemoSandbox(served);
  if (config.redisUrl !== null) await assertRedisReachable(config.redisUrl);
  const database = await openDatabase({ ...config, notice: say });
  try {
    await migrate(database.url);
    // A demo tells its history first; no job may meddle with it.
    const jobs = config.jobs && !config.demo;
    const app = await createApp(config.with({ databaseUrl: database.url, jobs }));
    try {
      const work = serve(app, config);
      await Promise.race([stopped, work.then(() => stopped)]);
      say('Stopping: open requests finish first.');
      // A seed that is cut short goes on at the next start; what it was doing now fails with the connections.
      work.catch(() => undefined);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
  return 0;
});

async function serve(app: NestFastifyApplication, config: Config): Promise<void> {
  if (!config.demo) {
    await listen(app, config);
    say(`Coinwarden runs at ${localUrl(config)}`);
    return await adviseFirstStaff(app);
  }
  const demo = await seedDemo(app, { url: localUrl(config), output: process.stdout });
  await listen(app, config);
  if (config.jobs) await app.get(JobsRuntime).start();
  app.get(SandboxServer).start(`${localUrl(config)}/v1/webhooks/stripe`);
  say(`\nCoinwarden runs at ${localUrl(config)} (API description at /docs)\n`);
  say('Sign in as');
  for (const { role, email, password } of demo.staff)
    say(`  ${role.padEnd(16)} ${email.padEnd(36)} ${password}`);
  say(`\nThe API key and these sign-ins are in ${path.join(config.dataDir, 'demo.json')}\n`);
}

async function adviseFirstStaff(app: NestFastifyApplication): Promise<void> {
  const [staff] = await app.get(UnitOfWork).query('SELECT 1 AS found FROM staff LIMIT 1');
  if (staff) return;
  say('Nobody can sign in yet: npm run staff -- create --email <e-mail> --role admin');
}
