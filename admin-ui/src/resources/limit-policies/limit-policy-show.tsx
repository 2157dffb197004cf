import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { Title, useGetList, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useDetail } from '../../providers/use-detail';
import { useLimitText } from '../limits/limit-words';
import { PolicyHeader } from './policy-header';
import { PolicyVersions } from './policy-versions';
import { keyOf } from './policy-words';

const MANY = 200;

/** One policy, whichever of its versions was asked for: what holds, what will and what did. */
export default function LimitPolicyShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { subjectText } = useLimitText();
  const policy = useDetail<StaffLimitPolicy>('limit-policies', id);
  const versions = useGetList<StaffLimitPolicy>(
    'limit-policies',
    {
      filter: policy.data ? keyOf(policy.data) : {},
      sort: { field: 'version', order: 'DESC' },
      pagination: { page: 1, perPage: MANY },
    },
    { enabled: policy.data !== undefined },
  );
  const failed = [policy, versions].find(({ error }) => error);
  if (failed) return <ErrorState error={failed.error} onRetry={() => failed.refetch()} />;
  if (!policy.data || !versions.data) return <PageLoading />;
  return (
    <>
      <Title
        title={`${translate('resources.limit-policies.name', { smart_count: 1 })} · ${subjectText(policy.data)}`}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <PolicyHeader policy={policy.data} versions={versions.data} />
        {(['scheduled', 'past'] as const).map((which) => (
          <PolicyVersions key={which} which={which} versions={versions.data} />
        ))}
      </Box>
    </>
  );
}
