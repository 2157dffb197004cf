import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';

const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

/** Hands the server a log to append to, begun anew when it has grown long. */
export function withServerLog<T>(logFile: string, use: (fd: number) => T): T {
  const full = existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES;
  const log = openSync(logFile, full ? 'w' : 'a', 0o600);
  try {
    return use(log);
  } finally {
    closeSync(log);
  }
}

/** The line of the log that says why the server ended. */
export function lastLogLine(logFile: string): string {
  if (!existsSync(logFile)) return 'its log is gone';
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-20);
  const telling = lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1) ?? '';
  return telling.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}

export const cannotStart = (why: string, logFile: string): string =>
  `The embedded PostgreSQL could not start (${why}; see ${logFile}): fix that, ` +
  'or set DATABASE_URL to use your own PostgreSQL.';
