import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { Alert, Box, Tab, Tabs } from '@mui/material';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useDetail } from '../../providers/use-detail';
import { EvidenceBuilder } from './evidence/evidence-builder';
import { SubmitEvidence } from './evidence/submit-evidence';
import { DisputeHeader } from './page/dispute-header';
import { DisputeOverview } from './page/dispute-overview';

const TABS = ['overview', 'evidence'] as const;

/** One dispute: what it is about and by when, what happened, what may be done, and the answer being written. */
export default function DisputeShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const { data, error, isPending, refetch } = useDetail<StaffDisputeDetail>('disputes', id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  const tab = search.get('tab') === 'evidence' && data.purchaseId !== null ? 'evidence' : 'overview';
  return (
    <>
      <Title title={translate('dispute.title', { id: data.providerDisputeId })} />
      <DisputeHeader dispute={data} />
      {data.purchaseId === null && (
        <Alert severity="warning" sx={{ marginBottom: 2 }}>
          {translate('dispute.unmatched_hint', { reference: data.reference })}
        </Alert>
      )}
      <Tabs
        value={tab}
        onChange={(_, next: string) => setSearch(next === 'overview' ? {} : { tab: next })}
        sx={{ marginBottom: 2, minHeight: 36 }}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            value={name}
            label={translate(`dispute.tab.${name}`)}
            disabled={name === 'evidence' && data.purchaseId === null}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" aria-label={translate(`dispute.tab.${tab}`)}>
        {tab === 'evidence' ? (
          <EvidenceBuilder
            disputeId={data.id}
            submit={(pack) => <SubmitEvidence dispute={data} pack={pack} />}
          />
        ) : (
          <DisputeOverview dispute={data} />
        )}
      </Box>
    </>
  );
}
