import type { AccountSummary } from '@coinwarden/contracts';
import { Box, Tab, Tabs } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { readJson } from '../../providers/http';
import { AccountHeader } from './page/account-header';
import { AccountNotices } from './page/account-notices';
import { AccountPageProvider } from './page/account-page-context';
import { useAccountTab } from './page/use-account-tab';

/** One customer, for somebody who has them on the phone: who it is and what stands against it, and the rest by tab. */
export default function AccountShow() {
  const id = String(useGetRecordId());
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['accounts', 'summary', id],
    queryFn: ({ signal }) => readJson<AccountSummary>(`accounts/${encodeURIComponent(id)}/summary`, signal),
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <AccountPageProvider value={data}>
      <Title title={data.displayName ?? data.id} />
      <AccountPage key={data.id} />
    </AccountPageProvider>
  );
}

function AccountPage() {
  const translate = useTranslate();
  const { tabs, open, openTab } = useAccountTab();
  const Content = open.content;
  return (
    <>
      <Box
        sx={{
          position: { sm: 'sticky' },
          top: 56,
          zIndex: 8,
          backgroundColor: 'var(--canvas)',
          marginBottom: 2,
        }}
      >
        <AccountHeader />
        <Tabs
          value={open.name}
          onChange={(_, next: string) => openTab(next)}
          variant="scrollable"
          aria-label={translate('account_page.tabs')}
          sx={{ borderBottom: '1px solid var(--border)' }}
        >
          {tabs.map(({ name }) => (
            <Tab
              key={name}
              value={name}
              id={`account-tab-${name}`}
              aria-controls="account-tab-panel"
              label={translate(`account_page.tab.${name}`)}
            />
          ))}
        </Tabs>
      </Box>
      <Box role="tabpanel" id="account-tab-panel" aria-labelledby={`account-tab-${open.name}`}>
        <AccountNotices />
        <Suspense fallback={<PageLoading />}>
          <Content />
        </Suspense>
      </Box>
    </>
  );
}
