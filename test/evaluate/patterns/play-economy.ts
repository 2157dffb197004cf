import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '@coinwarden/domain';
import { simulate } from '@coinwarden/simulator';
import { JobsBetween } from './jobs-between.js';
import { NamesInRings, type Observation, observe } from './observe.js';
import {
  createApp,
  createDataSource,
  DemoSignIns,
  installCatalogue,
  installDemoPromotions,
  loadConfig,
  PlayHistory,
  readCatalogue,
  simulatedCatalogue,
  UnitOfWork,
  WELCOME_CODE,
  withSandbox,
} from './product.js';

export interface EconomySize {
  readonly seed: string;
  readonly accounts: number;
  readonly transactions: number;
  readonly days: number;
  readonly fraudShare: number;
}

/** Jobs run behind so many items: minutes of the history, where the product takes seconds. */
const ITEMS_BETWEEN_JOBS = 40;

/** One simulated economy through the product itself, on a database of its own: decisions, jobs, staff, money back. */
export async function playEconomy(databaseUrl: string, size: EconomySize): Promise<Observation> {
  const dataSource = await createDataSource({ url: databaseUrl }).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  const dataDir = mkdtempSync(join(tmpdir(), 'coinwarden-evaluate-'));
  const values = { databaseUrl, dataDir, jobs: false, logLevel: 'error' as const };
  const app = await createApp(await withSandbox(loadConfig({ NODE_ENV: 'test' }).with(values)));
  try {
    const db = app.get(UnitOfWork, { strict: false });
    await app.get(DemoSignIns, { strict: false }).ensure('http://127.0.0.1');
    const startAt = Math.floor(Date.now() / DAY) * DAY - size.days * DAY;
    await db.run(async (tx) => {
      await installCatalogue(tx);
      await installDemoPromotions(tx, startAt + size.days * DAY);
    });
    const catalogue = simulatedCatalogue(await readCatalogue(db), { welcomeCode: WELCOME_CODE, at: startAt });
    const simulation = simulate({ ...size, startAt, catalogue, moneyBackPace: 1, texts: true, places: true });
    const jobs = new JobsBetween(app);
    const named = new NamesInRings(db);
    await app
      .get(PlayHistory, { strict: false })
      .run(
        simulation,
        { itemsDone: 0, source: 'evaluation', itemsPerBatch: ITEMS_BETWEEN_JOBS },
        async ({ until }) => {
          await jobs.run(until);
          await named.note(until);
        },
      );
    return await observe(db, named);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
