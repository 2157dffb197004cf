import { ACCOUNT_ACTIONS, ACCOUNT_STATUSES, AGE_BANDS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, longText } from '../primitives.js';
import { limitRoom, wallet } from '../transactions.js';

/**
 * A row of the staff list `accounts`. Filters: `id status country ageBand creator guardianAccountId from to` (of
 * `createdAt`), `email` and `name` (how they start), `q` (an exact id, or how e-mail or name start; a thousand of each at
 * most). Sorts: `id createdAt`.
 */
export const staffAccount = z
  .object({
    id: z.string(),
    createdAt: instant,
    country: z.string(),
    timeZone: z.string(),
    ageBand: z.enum(AGE_BANDS),
    creator: z.boolean(),
    displayName: z.string().nullable(),
    /** Masked for roles that do not work with addresses. */
    email: z.string().nullable(),
    guardianAccountId: z.string().nullable(),
    status: z.enum(ACCOUNT_STATUSES),
    excludedUntil: instant.nullable(),
    credentialChangedAt: instant.nullable(),
    signInFailures: z.int(),
    updatedAt: instant,
    allowedActions: z.array(z.enum(ACCOUNT_ACTIONS)),
  })
  .meta({ id: 'StaffAccount' });
export type StaffAccount = z.infer<typeof staffAccount>;

/** `GET /staff/accounts/{id}`: with what it owns and what it may still spend. */
export const staffAccountDetail = staffAccount
  .extend({
    wallet,
    limits: z.array(limitRoom),
    /** What it has had back: refunds ever and of the last 30 days, disputes ever. */
    moneyBack: z.object({ refunds: z.int(), refunds30d: z.int(), disputes: z.int() }),
    /** What it owes, and what it has paid of its debts so far, both in coins; null when it owes nothing. */
    debt: z.object({ coins: amount, repaidByCoins: amount, repaidByDiamonds: amount }).nullable(),
  })
  .meta({ id: 'StaffAccountDetail' });
export type StaffAccountDetail = z.infer<typeof staffAccountDetail>;

/** `POST /staff/accounts/{id}/actions/{action}` → the account's detail. Whether a reason is needed, the machine says. */
export const accountActionRequest = z
  .strictObject({ reason: longText.trim().min(1).optional() })
  .meta({ id: 'AccountActionRequest' });
export type AccountActionRequest = z.infer<typeof accountActionRequest>;
