import type { Permission } from '@coinwarden/domain';
import { type ComponentType, lazy } from 'react';

interface AccountTab {
  /** In the address. */
  readonly name: string;
  /** What reading its main part needs. */
  readonly read: Permission;
  readonly content: ComponentType;
}

/** The tabs of an account's page, in the order of the keys that open them; each loads when it is opened. */
export const ACCOUNT_TABS: readonly AccountTab[] = [
  { name: 'overview', read: 'account.read', content: lazy(() => import('./overview-tab')) },
  { name: 'purchases', read: 'transaction.read', content: lazy(() => import('./purchases-tab')) },
  { name: 'coins', read: 'account.read', content: lazy(() => import('./coins-tab')) },
  { name: 'limits', read: 'limit.read', content: lazy(() => import('./limits-tab')) },
  { name: 'money-back', read: 'refund.read', content: lazy(() => import('./money-back-tab')) },
  { name: 'cases', read: 'case.read', content: lazy(() => import('./cases-tab')) },
  { name: 'security', read: 'account.read', content: lazy(() => import('./security-tab')) },
  { name: 'links', read: 'ring.read', content: lazy(() => import('./links-tab')) },
  { name: 'notes', read: 'account.read', content: lazy(() => import('./notes-tab')) },
  { name: 'timeline', read: 'account.read', content: lazy(() => import('./timeline-tab')) },
];
