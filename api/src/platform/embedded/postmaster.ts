import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running (or killed) server left in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export const pidFile = (clusterDir: string): string => join(clusterDir, 'postmaster.pid');

export function readPostmaster(clusterDir: string): Postmaster | null {
  try {
    const lines = readFileSync(pidFile(clusterDir), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) } : null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether `pid` is a server of this cluster: after a reboot the number may belong to anybody. */
export function servesCluster(pid: number, clusterDir: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(clusterDir);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    try {
      return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString();
    } catch {
      return '';
    }
  }
}

/**
 * PostgreSQL's fast shutdown: sessions are ended, work in progress rolls back, a checkpoint is written. Answers whether
 * it was gone in time. A dead process nobody has reaped still has its number, so the command line decides, not the number.
 */
export async function stopFast(pid: number, clusterDir: string, patienceMs: number): Promise<boolean> {
  signal(pid, 'SIGINT');
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; ) {
    if (!servesCluster(pid, clusterDir)) return true;
    await sleep(20);
  }
  return !servesCluster(pid, clusterDir);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}
