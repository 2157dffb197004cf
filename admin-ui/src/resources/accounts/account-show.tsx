import type { StaffAccountDetail } from '@coinwarden/contracts';
import { Alert, Box, Card, Typography } from '@mui/material';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { AccountStatusTag } from '../../display/words';
import { AccountGraph } from '../../graph/account-graph';
import { ClaimsOf } from '../../money-back/claims-of';
import { useDetail } from '../../providers/use-detail';
import { AccountSecurity } from '../../security/account-security';
import { AccountProvenance } from '../provenance/account-provenance';
import { NewRefundButton } from '../refunds/new-refund-button';
import { LimitRooms } from '../transactions/limit-rooms';
import { AccountActions } from './account-actions';
import { AccountFacts } from './account-facts';
import { AccountHistory } from './account-history';
import { DebtNotice } from './debt-notice';
import { EnforcementHistory } from './enforcement-history';
import { WalletView } from './wallet-view';

/** One customer: who it is and what may be done about it, what it owns and may spend, and what it did. */
export default function AccountShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffAccountDetail>('accounts', id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={data.displayName ?? data.id} />
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <Card sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, padding: '10px 16px' }}>
          <Box sx={{ flex: 1, minWidth: 160 }}>
            <Typography variant="h2">{data.id}</Typography>
            <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
              {translate('account.member_since')} <Instant value={data.createdAt} form="date" />
            </Typography>
          </Box>
          <AccountStatusTag value={data.status} />
          <AccountActions account={data} />
        </Card>
      </Box>
      {data.excludedUntil && Date.parse(data.excludedUntil) > Date.now() && (
        <Alert severity="info" sx={{ marginBottom: 2 }}>
          {translate('account.excluded_until')} <Instant value={data.excludedUntil} form="full" />
        </Alert>
      )}
      {data.debt && <DebtNotice debt={data.debt} />}
      <Panes>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <AccountHistory key={data.id} accountId={data.id} creator={data.creator} />
          <ClaimsOf of={{ accountId: data.id }} action={<NewRefundButton accountId={data.id} />} />
          <EnforcementHistory accountId={data.id} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={translate('wallet.title')}>
            <WalletView wallet={data.wallet} />
          </Section>
          <LimitRooms rooms={data.limits} />
          <AccountFacts account={data} />
        </Box>
      </Panes>
      <Box sx={{ marginTop: 2 }}>
        <AccountSecurity key={data.id} accountId={data.id} />
      </Box>
      <Box sx={{ marginTop: 2 }}>
        <AccountGraph accountId={data.id} />
      </Box>
      {data.wallet.diamonds.available + data.wallet.diamonds.held > 0 && (
        <Box sx={{ marginTop: 2 }}>
          <AccountProvenance key={data.id} accountId={data.id} />
        </Box>
      )}
    </>
  );
}
