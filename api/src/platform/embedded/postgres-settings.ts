import { totalmem } from 'node:os';

export type PostgresSettings = Readonly<Record<string, string | number>>;

const MIB = 1024 * 1024;

/** The memory this process may use: the container's limit where there is one. */
function memoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}

/**
 * Settings of a server that shares its machine with the application. Commits are durable; checkpoints are far apart,
 * because each one makes the next change of every page log the whole page.
 */
export function defaultSettings(): PostgresSettings {
  const sharedMib = Math.round(Math.min(2048, Math.max(64, (memoryBytes() * 0.2) / MIB)));
  return {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: `${sharedMib}MB`,
    effective_cache_size: `${sharedMib * 2}MB`,
    work_mem: '8MB',
    maintenance_work_mem: `${Math.min(256, sharedMib)}MB`,
    max_connections: 200,
    max_wal_size: '4GB',
    min_wal_size: '512MB',
    checkpoint_timeout: '15min',
    // The only method this build has costs more time per page than writing the page in full.
    wal_compression: 'off',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
  };
}
