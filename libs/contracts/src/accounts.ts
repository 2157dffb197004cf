import { ACCOUNT_STATUSES, AGE_BANDS, TRANSACTION_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { country, id, instant, page, pageQuery, shortText, timeZone } from './primitives.js';
import { transactionSummary, wallet } from './transactions.js';

/** `PUT /v1/accounts/{accountId}`: everything the platform says about the account; what it leaves out is unset. */
export const accountRequest = z
  .strictObject({
    createdAt: instant,
    country,
    timeZone,
    ageBand: z.enum(AGE_BANDS),
    creator: z.boolean(),
    displayName: shortText.min(1).optional(),
    email: shortText.pipe(z.email()).optional(),
    /** May be registered later than the account it looks after. */
    guardianAccountId: id.optional(),
  })
  .meta({ id: 'AccountRequest' });
export type AccountRequest = z.infer<typeof accountRequest>;

export const account = z
  .object({
    accountId: z.string(),
    createdAt: instant,
    country: z.string(),
    timeZone: z.string(),
    ageBand: z.enum(AGE_BANDS),
    creator: z.boolean(),
    displayName: z.string().nullable(),
    email: z.string().nullable(),
    guardianAccountId: z.string().nullable(),
    status: z.enum(ACCOUNT_STATUSES),
    excludedUntil: instant.nullable(),
    updatedAt: instant,
  })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof account>;

/** `GET /v1/accounts/{accountId}/wallet`. */
export const accountWallet = wallet;

/** `received` lists the gifts the account was sent, `sent` (the default) the transactions it made itself. */
export const accountTransactionsQuery = pageQuery.extend({
  direction: z.enum(['sent', 'received']).default('sent'),
  kind: z.enum(TRANSACTION_KINDS).optional(),
});
export type AccountTransactionsQuery = z.infer<typeof accountTransactionsQuery>;

export const accountTransactions = page(transactionSummary).meta({ id: 'AccountTransactions' });
export type AccountTransactions = z.infer<typeof accountTransactions>;
