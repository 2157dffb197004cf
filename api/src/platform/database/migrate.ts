import { createDataSource } from './data-source.js';

/** Processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_310_001;

/** Brings the database to what this build expects; answers how many migrations that took. */
export async function migrate(databaseUrl: string): Promise<number> {
  const dataSource = createDataSource({
    url: databaseUrl,
    poolSize: 2,
    applicationName: 'coinwarden migrate',
  });
  await dataSource.initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      return (await dataSource.runMigrations()).length;
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
