import type { StaffCaseDetail } from '@coinwarden/contracts';
import { useGetRecordId } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useDetail } from '../../providers/use-detail';
import { CaseDesk } from './case-desk';

/** The page of one case; the next one begins with an empty decision. */
export default function CaseShow() {
  const id = String(useGetRecordId());
  const { data, error, isPending, refetch } = useDetail<StaffCaseDetail>('cases', id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return <CaseDesk key={id} of={data} reread={refetch} />;
}
