import { Injectable } from '@nestjs/common';
import { ApiKeys } from '../../platform/access/api-keys.js';
import { AuditLog, type AuditRecord } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';

@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly apiKeys: ApiKeys,
    private readonly audit: AuditLog,
  ) {}

  /** Final. Here the key stops at once, in other processes within the seconds they remember it. */
  async run(apiKeyId: string, actor: AuditRecord['actor'], reason: string | null): Promise<void> {
    await this.uow.run(async (tx) => {
      const [key] = await tx.query<{ revoked_at: Date | null }>(
        'SELECT revoked_at FROM api_keys WHERE api_key_id = $1 FOR UPDATE',
        [apiKeyId],
      );
      if (!key) throw new ProblemError('record.unknown');
      if (key.revoked_at) throw new ProblemError('action.not_allowed', 'The key has been revoked already.');
      const now = new Date(this.clock.now());
      await tx.query('UPDATE api_keys SET revoked_at = $2 WHERE api_key_id = $1', [apiKeyId, now]);
      await this.audit.append(tx, {
        actor,
        action: 'api_key.revoke',
        subject: { type: 'api_key', id: apiKeyId },
        reason,
      });
    });
    this.apiKeys.forget();
  }
}
