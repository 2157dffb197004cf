import { Injectable, OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';

const PATIENCE_MS = 3_000;

/**
 * May this process be sent work? Only while its database answers, is migrated to what this build expects, every
 * feature that registered a check agrees, and it is not shutting down.
 */
@Injectable()
export class Readiness implements OnModuleDestroy {
  private readonly checks = new Map<string, () => Promise<void> | void>();
  private migrated = false;
  private draining = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly dataSource: DataSource,
  ) {
    this.register('database', () => this.checkDatabase());
  }

  /** `check` throws while the feature cannot do its work. */
  register(name: string, check: () => Promise<void> | void): void {
    this.checks.set(name, check);
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** Names of the checks that fail; none means ready. */
  async failing(): Promise<string[]> {
    if (this.draining) return ['shutdown'];
    const names = await Promise.all(
      [...this.checks].map(async ([name, check]) => ((await passes(check)) ? null : name)),
    );
    return names.filter((name) => name !== null);
  }

  onModuleDestroy(): void {
    this.draining = true;
  }

  private async checkDatabase(): Promise<void> {
    if (this.migrated) {
      await this.uow.query('SELECT 1');
      return;
    }
    const applied = new Set(
      (await this.uow.query<{ name: string }>('SELECT name FROM migrations')).map((r) => r.name),
    );
    const missing = this.dataSource.migrations.filter((m) => !applied.has(m.name ?? m.constructor.name));
    if (missing.length > 0)
      throw new Error(`not migrated: ${missing.map((m) => m.constructor.name).join(', ')}`);
    this.migrated = true;
  }
}

async function passes(check: () => Promise<void> | void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
