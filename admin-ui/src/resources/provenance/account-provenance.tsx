import type { AccountProvenance as Answer } from '@coinwarden/contracts';
import { Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Section } from '../../display/section';
import { readJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';
import { BackwardView } from './backward-view';

/** Whose money stands behind the diamonds an account has now, for whoever may see transactions. */
export const AccountProvenance = ({ accountId }: { accountId: string }) =>
  useMay('transaction.read') ? <BehindDiamonds accountId={accountId} /> : null;

function BehindDiamonds({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['accounts', 'provenance', accountId],
    queryFn: ({ signal }) =>
      readJson<Answer>(`accounts/${encodeURIComponent(accountId)}/provenance?limit=50`, signal),
  });
  return (
    <Section title={translate('provenance.balance')} hint={translate('provenance.balance_hint')}>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={260} />
      ) : (
        <BackwardView backward={data.backward} label={translate('provenance.diamonds')} />
      )}
    </Section>
  );
}
