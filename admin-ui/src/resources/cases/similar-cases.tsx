import type { SimilarCase } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { readJson } from '../../providers/http';
import { VerdictTag } from './case-words';

/** How others decided where the same was found. */
export function SimilarCases({ caseId }: { caseId: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', 'similar', caseId],
    queryFn: ({ signal }) => readJson<SimilarCase[]>(`cases/${encodeURIComponent(caseId)}/similar`, signal),
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return (
    <Section flush title={translate('case.similar')} hint={translate('case.similar_hint')}>
      <RecordTable
        label={translate('case.similar')}
        rows={data ?? []}
        rowKey={({ id }) => id}
        empty={translate(data ? 'case.no_similar' : 'ra.page.loading')}
        columns={[
          {
            label: translate('resources.cases.fields.accountId'),
            value: ({ id, accountId }) => <TextLink to={`/cases/${id}/show`}>{accountId}</TextLink>,
          },
          {
            label: translate('case.verdict'),
            value: ({ verdict, measures }) => (
              <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
                {verdict ? <VerdictTag value={verdict} /> : '–'}
                <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
                  {measures.map((type) => translate(`case_measure.${type}`, { _: type })).join(', ') ||
                    translate('case.no_measures')}
                </Box>
              </Box>
            ),
          },
          {
            label: translate('case.decided_at'),
            foldsBelow: 350,
            value: ({ decidedAt }) => <Instant value={decidedAt} form="date" />,
          },
        ]}
      />
    </Section>
  );
}
