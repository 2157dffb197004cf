import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigValues } from '../../api/src/platform/config/config.js';
import { type SeedRequest, seedDemo } from '../../api/src/simulation/simulation.public.js';
import { startTestApp, type TestApp } from './app.js';

const output = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;

/** The application with a demo economy behind it: people, fraud, disputes, refunds and staff who have decided. */
export async function startDemoEconomy(
  size: NonNullable<SeedRequest['size']>,
  overrides: Partial<ConfigValues> = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'coinwarden-demo-'));
  const app = await startTestApp({ jobs: false, dataDir, ...overrides });
  await seedDemo(app.app, { url: app.url, output, size });
  const { close } = app;
  return {
    ...app,
    close: async () => {
      await close();
      await rm(dataDir, { recursive: true });
    },
  };
}
