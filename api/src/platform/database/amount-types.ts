import pg from 'pg';

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
