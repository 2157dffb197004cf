import type { ApiKeyScope } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { hashOf, newSecret } from '../../platform/access/secrets.js';
import { AuditLog, type AuditRecord } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Recognisable for secret scanners, and never mistaken for another product's key. */
const MARK = 'cw_';
const SHOWN_CHARACTERS = MARK.length + 6;

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly requestsPerSecond?: number | null | undefined;
}

@Injectable()
export class CreateApiKey {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The key is answered once; only its hash is kept. */
  async run(request: NewApiKey, actor: AuditRecord['actor']): Promise<{ apiKeyId: string; apiKey: string }> {
    const apiKey = MARK + newSecret();
    const apiKeyId = uuidv7();
    await this.uow.run(async (tx) => {
      await tx.query(
        `INSERT INTO api_keys (api_key_id, name, prefix, key_hash, scopes, requests_per_second, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          apiKeyId,
          request.name,
          apiKey.slice(0, SHOWN_CHARACTERS),
          hashOf(apiKey),
          request.scopes,
          request.requestsPerSecond ?? null,
          new Date(this.clock.now()),
          actor.id,
        ],
      );
      await this.audit.append(tx, {
        actor,
        action: 'api_key.create',
        subject: { type: 'api_key', id: apiKeyId },
        details: { name: request.name, scopes: request.scopes },
      });
    });
    return { apiKeyId, apiKey };
  }
}
