import { z } from 'zod';

/** Filters: actorType, actorId, action, subjectType, subjectId, from, until (instants). Newest first. */
export const auditRecord = z
  .object({
    /** The entry's place in the chain. */
    id: z.string(),
    at: z.string(),
    actor: z.object({
      type: z.enum(['staff', 'system', 'api_key']),
      id: z.string(),
      /** A person's or key's name where the actor still has one. */
      name: z.string().nullable(),
    }),
    action: z.string(),
    subject: z.object({ type: z.string(), id: z.string() }),
    reason: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    /** SHA-256 in hex over the previous entry's hash and this entry. */
    hash: z.string(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'AuditRecord' });
export type AuditRecordView = z.infer<typeof auditRecord>;
