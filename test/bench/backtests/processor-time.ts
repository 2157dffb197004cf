import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

const TICKS_PER_SECOND = 100;

/**
 * Tells the seconds of processor time that the backtest under way has taken so far, its own process and those of its
 * database connections together; null where the system does not tell. It says more than the clock on a machine others use
 * too. The process is looked for once: looking through all of them again and again would take time from it.
 */
export function backtestProcessorTime(client: pg.Client): () => Promise<number | null> {
  let own: readonly number[] = [];
  return async () => {
    if (own.length === 0) own = processesRunning('backtest-process.js');
    if (own.length === 0) return null;
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'coinwarden-backtest'`,
    );
    const seconds = [...own, ...rows.map(({ pid }) => pid)].reduce((sum, pid) => sum + secondsOf(pid), 0);
    return rows.length === 0 ? null : seconds;
  };
}

function processesRunning(program: string): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => read(`/proc/${pid}/cmdline`).includes(program))
      .map(Number);
  } catch {
    return [];
  }
}

/** User and system time stand 12th and 13th behind the name in brackets. */
function secondsOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
