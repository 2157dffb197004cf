import type { StaffContentScan, StaffListHit } from '@coinwarden/contracts';
import type { Outcome } from '@coinwarden/domain';
import { useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { AccountLink, TextLink, TransactionLink } from '../../display/text-link';
import { OutcomeTag } from '../../display/words';
import { VerdictTag } from '../content-scans/scan-words';

const SHOWN = 50;

/** The latest decisions and scans that an entry was part of. */
export function EntryHits({ entryId }: { entryId: string }) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useGetList<StaffListHit>('list-hits', {
    filter: { entryId },
    sort: { field: 'at', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  });
  const label = (column: string) => translate(`list_entry.hits.${column}`);
  return (
    <Section title={label('title')} hint={label('hint')} flush>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <PageLoading />
      ) : (
        <RecordTable
          rows={data}
          rowKey={(hit) => hit.id}
          label={label('title')}
          empty={label('none')}
          columns={[
            { label: label('at'), value: (hit) => <Instant value={hit.at} /> },
            {
              label: label('what'),
              value: (hit) =>
                hit.kind === 'transaction' ? (
                  <TransactionLink id={hit.sourceId}>{label('transaction')}</TransactionLink>
                ) : (
                  <TextLink to={`/content-scans/${hit.sourceId}/show`}>{label('scan')}</TextLink>
                ),
            },
            { label: label('account'), value: (hit) => <AccountLink id={hit.accountId} /> },
            {
              label: label('outcome'),
              value: (hit) =>
                hit.kind === 'transaction' ? (
                  <OutcomeTag value={hit.outcome as Outcome} />
                ) : (
                  <VerdictTag value={hit.outcome as StaffContentScan['verdict']} />
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
