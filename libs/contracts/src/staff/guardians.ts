import { ACCOUNT_STATUSES, AGE_BANDS } from '@coinwarden/domain';
import { z } from 'zod';
import { id, longText } from '../primitives.js';

const relative = z.object({
  accountId: z.string(),
  displayName: z.string().nullable(),
  ageBand: z.enum(AGE_BANDS),
  country: z.string(),
  status: z.enum(ACCOUNT_STATUSES),
});

/** `GET /staff/accounts/{accountId}/guardianship`: who answers for the account, and for whom it answers. */
export const guardianship = z
  .object({
    /** Null without one. The platform may name a guardian who has no account here: then nothing is known but the id. */
    guardian: relative.partial().required({ accountId: true }).nullable(),
    /** Whether staff set it last; it stands until the platform says something else than it did before. */
    byStaff: z.boolean(),
    /** The first hundred. */
    wards: z.array(relative),
    moreWards: z.boolean(),
    allowedActions: z.array(z.enum(['link_guardian', 'unlink_guardian'])),
  })
  .meta({ id: 'Guardianship' });
export type Guardianship = z.infer<typeof guardianship>;

const reason = longText.trim().min(1);
/** The guardian that was seen: 409 `record.conflict` when there is another by now. */
const follows = id.nullable();

/** `POST /staff/accounts/{accountId}/actions/link_guardian`: the guardian is an adult's account, and none of its wards'. */
export const guardianLink = z
  .strictObject({ guardianAccountId: id, follows, reason })
  .meta({ id: 'GuardianLink' });
export type GuardianLink = z.infer<typeof guardianLink>;

/** `POST /staff/accounts/{accountId}/actions/unlink_guardian`. The limits a guardian set stay until the platform changes them. */
export const guardianUnlink = z.strictObject({ follows, reason }).meta({ id: 'GuardianUnlink' });
export type GuardianUnlink = z.infer<typeof guardianUnlink>;
