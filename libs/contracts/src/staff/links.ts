import {
  ACCOUNT_STATUSES,
  FINDING_KINDS,
  LINK_ENTITY_TYPES,
  RING_ACTIONS,
  RING_STATUSES,
  TRANSFER_KINDS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { instant, longText } from '../primitives.js';

export const LINK_KINDS = ['gift', ...LINK_ENTITY_TYPES] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

const kinds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(LINK_KINDS)).min(1).max(LINK_KINDS.length));

/** `GET /staff/accounts/{id}/links`: how far to look, along what, and how much to bring back. */
export const accountLinksQuery = z.strictObject({
  hops: z.coerce.number().int().min(1).max(3).default(1),
  /** Comma-separated; all kinds when left out. */
  kinds: kinds.optional(),
  from: instant.optional(),
  to: instant.optional(),
  minCoins: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(2).max(2_000).default(150),
});
export type AccountLinksQuery = z.infer<typeof accountLinksQuery>;

export const linkedAccount = z
  .object({
    accountId: z.string(),
    displayName: z.string().nullable(),
    status: z.enum(ACCOUNT_STATUSES).nullable(),
    creator: z.boolean(),
    score: z.int(),
    ringScore: z.int(),
    partners: z.int().meta({ description: 'Accounts it ever gave to or received from' }),
    hops: z.int(),
  })
  .meta({ id: 'LinkedAccount' });
export type LinkedAccount = z.infer<typeof linkedAccount>;

export const giftLink = z
  .object({
    from: z.string(),
    to: z.string(),
    transfers: z.int(),
    coins: z.int(),
    firstAt: instant,
    lastAt: instant,
  })
  .meta({ id: 'GiftLink' });
export type GiftLink = z.infer<typeof giftLink>;

/** Something several accounts were seen with. `label` is masked for those who may not see it in clear. */
export const sharedLink = z
  .object({
    id: z.string(),
    type: z.enum(LINK_ENTITY_TYPES),
    label: z.string(),
    accountIds: z.array(z.string()),
    strengthPercent: z.int(),
  })
  .meta({ id: 'SharedLink' });
export type SharedLink = z.infer<typeof sharedLink>;

export const accountLinks = z
  .object({
    accountId: z.string(),
    score: z.int(),
    parts: z.array(z.object({ code: z.string(), score: z.int() })),
    communitySize: z.int(),
    accounts: z.array(linkedAccount),
    gifts: z.array(giftLink),
    shared: z.array(sharedLink),
    truncated: z.boolean().meta({ description: 'Whether there is more than the limits let through' }),
  })
  .meta({ id: 'AccountLinks' });
export type AccountLinks = z.infer<typeof accountLinks>;

/**
 * A row of the staff list `rings`. Filters: `id accountId status kind minScore from to`. Sorts: `id score lastAt`. Actions
 * `confirm`, `dismiss` and `reopen` (`ring.judge`), each with a reason.
 */
export const staffRing = z
  .object({
    id: z.string(),
    status: z.enum(RING_STATUSES),
    score: z.int(),
    kinds: z.array(z.enum(FINDING_KINDS)),
    members: z.int(),
    coins: z.int(),
    centerId: z.string(),
    firstAt: instant,
    lastAt: instant,
    judgedAt: instant.nullable(),
    judgedBy: z.string().nullable(),
    judgedReason: z.string().nullable(),
    allowedActions: z.array(z.enum(RING_ACTIONS)),
  })
  .meta({ id: 'StaffRing' });
export type StaffRing = z.infer<typeof staffRing>;

export const ringTransfer = z.object({
  from: z.string(),
  to: z.string().nullable(),
  kind: z.enum(TRANSFER_KINDS),
  coins: z.int(),
  at: instant,
  transactionId: z.string(),
});
export type RingTransfer = z.infer<typeof ringTransfer>;

export const ringFinding = z
  .object({
    key: z.string(),
    kind: z.enum(FINDING_KINDS),
    score: z.int(),
    coins: z.int(),
    at: instant,
    members: z.array(z.string()),
    transfers: z.array(ringTransfer),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'RingFinding' });
export type RingFinding = z.infer<typeof ringFinding>;

export const staffRingDetail = staffRing
  .extend({
    findings: z.array(ringFinding),
    accounts: z.array(linkedAccount),
    gifts: z.array(giftLink),
    shared: z.array(sharedLink),
  })
  .meta({ id: 'StaffRingDetail' });
export type StaffRingDetail = z.infer<typeof staffRingDetail>;

export const ringActionRequest = z.strictObject({ reason: longText.trim().min(1) });
export type RingActionRequest = z.infer<typeof ringActionRequest>;
