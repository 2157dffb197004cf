import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { AccountExclusions } from './exclusions';
import { Guardianship } from './guardianship';
import { NextSpend } from './next-spend';
import { AccountOverrides } from './overrides';
import { Refusals } from './refusals';
import type { AskedSpend } from './spending-path';
import { StandingLimits } from './standing-limits';
import { useSpending } from './use-spending';
import { ZonedInstant } from './zoned-instant';

interface AccountSpendingProps {
  accountId: string;
  /** What somebody wanted to spend, where they come from a refusal. */
  asked?: AskedSpend | null;
}

/** Why the account was refused and when it can spend again, then all that limits it, and what staff may do about it. */
export function AccountSpending({ accountId, asked = null }: AccountSpendingProps) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useSpending(accountId);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {data.excludedUntil && (
        <Alert severity="info">
          {translate('spending.excluded')}{' '}
          <ZonedInstant value={data.excludedUntil} timeZone={data.timeZone} />
        </Alert>
      )}
      <Panes>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <NextSpend key={accountId} answer={data} first={asked} />
          <Refusals answer={data} />
          <StandingLimits answer={data} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Guardianship answer={data} />
          <AccountExclusions answer={data} />
          <AccountOverrides answer={data} />
        </Box>
      </Panes>
    </Box>
  );
}
