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
  isAmong,
  keysThatStart,
  type StaffResource,
  searchText,
  startPattern,
} from '../../platform/http/staff-list.js';
import { ACCOUNT_COLUMNS, type AccountRecord } from '../persistence/accounts.store.js';
import { accountView, isoOrNull } from './account-view.js';

type Param = (value: unknown) => string;

const BY_ID = { table: 'accounts', key: 'account_id' };

const byName = (text: string, param: Param) =>
  keysThatStart({ ...BY_ID, column: 'lower(display_name)' }, param(startPattern(text)));

/**
 * Accounts as staff list and search them. Whoever sees addresses only masked finds one by all of it, never by how it
 * starts: a search must not spell out what the mask hides.
 */
export function accountsFor(permissions: ReadonlySet<Permission>): StaffResource {
  const byEmail = (text: string, param: Param) =>
    seesInClear(permissions, 'email')
      ? keysThatStart({ ...BY_ID, column: 'lower(email)' }, param(startPattern(text)))
      : `SELECT account_id FROM accounts WHERE lower(email) = ${param(text.toLowerCase())}`;
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
      name: filter(searchText, (text, param) => isAmong('account_id', [byName(text, param)])),
      email: filter(searchText, (text, param) => isAmong('account_id', [byEmail(text, param)])),
      q: filter(searchText, (text, param) =>
        isAmong('account_id', [`SELECT ${param(text)}`, byEmail(text, param), byName(text, param)]),
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
