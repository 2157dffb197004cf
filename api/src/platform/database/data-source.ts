import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';

const INT8 = 20;
const INT8_ARRAY = 1016;
const parseInt8Array = pg.types.getTypeParser(INT8_ARRAY as 20) as unknown as (value: string) => string[];

/**
 * Amounts are `bigint` in the database and in the domain; the driver's default (a string) fits neither. Set per pool,
 * because the queue shares the driver and expects its defaults.
 */
export const amountTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return BigInt;
    if (oid === INT8_ARRAY) return (value: string) => parseInt8Array(value).map(BigInt);
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

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
