import { API_KEY_SCOPES } from '@coinwarden/domain';
import { z } from 'zod';
import { shortText } from '../primitives.js';

export const apiKeyScope = z.enum(API_KEY_SCOPES);

export const apiKeyRecord = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The first characters of the key, by which a person recognises it. */
    prefix: z.string(),
    scopes: z.array(apiKeyScope),
    requestsPerSecond: z.int().nullable(),
    status: z.enum(['active', 'revoked']),
    createdAt: z.string(),
    createdBy: z.string(),
    /** To the minute. */
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    allowedActions: z.array(z.enum(['revoke'])),
  })
  .meta({ id: 'ApiKeyRecord' });
export type ApiKeyRecord = z.infer<typeof apiKeyRecord>;

export const createApiKeyRequest = z
  .strictObject({
    name: shortText.trim().min(1),
    scopes: z
      .array(apiKeyScope)
      .min(1)
      .transform((v) => [...new Set(v)]),
    /** Null takes the installation's default. */
    requestsPerSecond: z.int().min(1).max(1_000_000).nullable().optional(),
  })
  .meta({ id: 'CreateApiKeyRequest' });
export type CreateApiKeyRequest = z.infer<typeof createApiKeyRequest>;

/** What `POST /staff/api-keys` answers: the key itself is shown once and cannot be read again. */
export const apiKeyWithSecret = apiKeyRecord.extend({ apiKey: z.string() }).meta({ id: 'ApiKeyWithSecret' });
export type ApiKeyWithSecret = z.infer<typeof apiKeyWithSecret>;

export const apiKeyActionRequest = z
  .strictObject({ reason: shortText.optional() })
  .meta({ id: 'ApiKeyActionRequest' });
