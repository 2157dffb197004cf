import type { ApiKeyRecord } from '@coinwarden/contracts';
import { API_KEY_SCOPES, type ApiKeyScope } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, filter, type StaffResource } from '../../platform/http/staff-list.js';

export interface ApiKeyRow {
  readonly api_key_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: string[];
  readonly requests_per_second: number | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

export const API_KEY_RESOURCE: StaffResource = {
  name: 'api-keys',
  select: `api_key_id, name, prefix, scopes, requests_per_second, created_at, last_used_at, revoked_at,
           ${authorOf('created_by')} AS created_by`,
  from: 'api_keys',
  id: { column: 'api_key_id', schema: z.uuid() },
  filters: {
    id: anyOf('api_key_id', z.uuid()),
    status: filter(z.enum(['active', 'revoked']), (status) =>
      status === 'active' ? 'revoked_at IS NULL' : 'revoked_at IS NOT NULL',
    ),
  },
  sorts: {
    id: 'api_key_id',
    name: 'name',
    createdAt: 'created_at',
    lastUsedAt: `coalesce(last_used_at, '-infinity')`,
  },
  defaultSort: ['createdAt', 'DESC'],
};

const isScope = (key: string): key is ApiKeyScope => (API_KEY_SCOPES as readonly string[]).includes(key);

export const apiKeyRecordFor =
  (actor: StaffActor) =>
  (row: ApiKeyRow): ApiKeyRecord => ({
    id: row.api_key_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes.filter(isScope),
    requestsPerSecond: row.requests_per_second,
    status: row.revoked_at === null ? 'active' : 'revoked',
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    allowedActions: row.revoked_at === null && actor.permissions.has('api_key.write') ? ['revoke'] : [],
  });
