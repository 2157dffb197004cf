import type { Permission } from '@coinwarden/domain';
import { usePermissions } from 'react-admin';
import { useSearchParams } from 'react-router';
import { useShortcuts } from '../../../shortcuts/use-shortcuts';
import { ACCOUNT_TABS } from './tabs';

/** The open tab stands in the address, so that it can be sent and gone back to; keys open it too. */
export function useAccountTab() {
  const { permissions = [] } = usePermissions<Permission[]>();
  const [params, setParams] = useSearchParams();
  const tabs = ACCOUNT_TABS.filter(({ read }) => permissions.includes(read));
  const open = tabs.find(({ name }) => name === params.get('tab')) ?? tabs[0]!;
  const openTab = (name: string | undefined) => name !== undefined && setParams({ tab: name });
  useShortcuts({
    // By the place in the whole row: a key means the same to everybody.
    'account.tab': (key) => openTab(tabs.find((tab) => tab === ACCOUNT_TABS[Number(key) - 1])?.name),
    'account.timeline': () => openTab('timeline'),
    'account.note': () => openTab('notes'),
  });
  return { tabs, open, openTab };
}
