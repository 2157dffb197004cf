import { types } from 'node:util';

/** What the database's own error says about the request, seen from outside. */
export type DatabaseRefusal = 'unavailable' | 'bad_value' | 'conflict' | null;

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/**
 * Failover, shutdown, crash recovery, no more connections or memory or disk, a cancelled or deadlocked statement; a
 * server that lets us in no longer, or whose database is being replaced.
 */
const UNAVAILABLE = /^(08|28|3D|40|53|57|58)|^25006$|^55000$|^55P03$/;

/** The driver reports these without a code. */
const DRIVER_MESSAGES =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|connection is closed|cannot use a pool after|query read timeout|driver not connected/i;

/** Only the driver's own errors count: another library's ENOENT says nothing about the database. */
const isFileError = (error: object) => 'syscall' in error && error.syscall !== 'connect';

function codeOf(error: object): string | null {
  if ('driverError' in error && typeof error.driverError === 'object' && error.driverError !== null) {
    return codeOf(error.driverError);
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * Reads an error thrown by the driver, or by what wraps it. `unavailable` may be tried again; `bad_value` and
 * `conflict` are the last line of defence behind validation and checks of our own.
 */
export function databaseRefusal(error: unknown): DatabaseRefusal {
  if (!types.isNativeError(error)) return null;
  if (types.isNativeError(error.cause) && databaseRefusal(error.cause) === 'unavailable')
    return 'unavailable';
  const code = codeOf(error);
  if (code !== null && NETWORK.has(code) && !isFileError(error)) return 'unavailable';
  if (code !== null && code.length === 5) {
    if (UNAVAILABLE.test(code)) return 'unavailable';
    if (code.startsWith('22')) return 'bad_value';
    if (code === '23505' || code === '23503') return 'conflict';
  }
  return DRIVER_MESSAGES.test(error.message) ? 'unavailable' : null;
}
