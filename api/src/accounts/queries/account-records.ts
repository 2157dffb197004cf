import { country, id, type StaffAccount } from '@coinwarden/contracts';
import {
  ACCOUNT_MACHINE,
  ACCOUNT_STATUSES,
  AGE_BANDS,
  allowedActions,
  masked,
  type Permission,
  seesInClear,
} from '@coinwarden/domain';
import { z } from 'zod';
import {
  anyOf,
  before,
  filter,
  flag,
  from,
  type StaffResource,
  searchText,
  startPattern,
  startsWith,
} from '../../platform/http/staff-list.js';
import { ACCOUNT_COLUMNS, type AccountRecord } from '../persistence/accounts.store.js';
import { accountView, isoOrNull } from './account-view.js';

/**
 * Accounts as staff list and search them. Whoever sees addresses only masked finds one by all of it, never by how it
 * starts: a search must not spell out what the mask hides.
 */
export function accountsFor(permissions: ReadonlySet<Permission>): StaffResource {
  const email = (text: string, param: (value: unknown) => string) =>
    seesInClear(permissions, 'email')
      ? `lower(email) LIKE ${param(startPattern(text))}`
      : `lower(email) = ${param(text.toLowerCase())}`;
  return {
    name: 'accounts',
    select: ACCOUNT_COLUMNS,
    from: 'accounts',
    id: { column: 'account_id', schema: id },
    filters: {
      status: anyOf('status', z.enum(ACCOUNT_STATUSES)),
      country: anyOf('country', country),
      ageBand: anyOf('age_band', z.enum(AGE_BANDS)),
      creator: flag('creator'),
      guardianAccountId: anyOf('guardian_account_id', id),
      from: from('created_at'),
      to: before('created_at'),
      name: startsWith('lower(display_name)'),
      email: filter(searchText, email),
      q: filter(
        searchText,
        (text, param) =>
          `(account_id = ${param(text)} OR ${email(text, param)} OR lower(display_name) LIKE ${param(startPattern(text))})`,
      ),
    },
    sorts: { createdAt: 'created_at' },
    defaultSort: ['createdAt', 'DESC'],
  };
}

/** The record as the holder of `permissions` may see it, with what they may do to the account. */
export function accountRecord(account: AccountRecord, permissions: ReadonlySet<Permission>): StaffAccount {
  const { accountId, ...view } = accountView(account);
  return {
    id: accountId,
    ...view,
    email: masked(permissions, 'email', account.email),
    credentialChangedAt: isoOrNull(account.credentialChangedAt),
    signInFailures: account.signInFailures,
    allowedActions: allowedActions(ACCOUNT_MACHINE, account.status, permissions),
  };
}
