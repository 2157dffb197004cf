import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';
import { amountTypes } from './amount-types.js';

export function createDataSource(options: {
  url: string;
  poolSize?: number;
  entities?: DataSourceOptions['entities'];
  applicationName?: string;
}): DataSource {
  const settings: DataSourceOptions = {
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'coinwarden',
    entities: options.entities ?? [],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: { types: amountTypes, pipeline: true, connectionTimeoutMillis: 5_000, statement_timeout: 60_000 },
  };
  return new DataSource(settings);
}
