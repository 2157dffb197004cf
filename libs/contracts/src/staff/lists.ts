import { LIST_NAMES, LIST_VALUE_TYPES } from '@coinwarden/domain';
import { z } from 'zod';
import { country, id, instant, ipAddress, shortText } from '../primitives.js';

/** An entry of the allow, block or watch list. */
export const staffListEntry = z
  .object({
    id: z.string(),
    list: z.enum(LIST_NAMES),
    type: z.enum(LIST_VALUE_TYPES),
    value: z.string(),
    reason: z.string(),
    expiresAt: instant.nullable(),
    createdAt: instant,
    createdBy: z.string(),
    allowedActions: z.array(z.enum(['remove'])),
  })
  .meta({ id: 'StaffListEntry' });
export type StaffListEntry = z.infer<typeof staffListEntry>;

const emailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?=.{1,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u, {
    message: 'must be a domain name such as example.com',
  });

/** What a value of each type looks like; an instrument is `<provider>:<instrument>`, a payout `<method>:<destination>`. */
const VALUES = {
  account: id,
  device: id,
  instrument: id.regex(/^[a-z]+:./, { message: 'must be <provider>:<instrument>' }),
  ip: ipAddress,
  email_domain: emailDomain,
  card_country: country,
  payout: id.regex(/^[a-z]+:./, { message: 'must be <method>:<destination>' }),
} as const;

export const listEntryCreate = z
  .strictObject({
    list: z.enum(LIST_NAMES),
    type: z.enum(LIST_VALUE_TYPES),
    value: z.string().min(1).max(300),
    reason: shortText.trim().min(1),
    expiresAt: instant.nullable().optional(),
  })
  .superRefine((entry, ctx) => {
    const checked = VALUES[entry.type].safeParse(entry.value);
    for (const issue of checked.error?.issues ?? []) {
      ctx.addIssue({ code: 'custom', path: ['value'], message: issue.message });
    }
  })
  .meta({ id: 'ListEntryCreate' });
export type ListEntryCreate = z.infer<typeof listEntryCreate>;

export const listEntryRemove = z.strictObject({ reason: shortText.trim().min(1) });
