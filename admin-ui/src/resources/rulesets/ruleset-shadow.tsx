import type { ShadowReport, StaffRuleset } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { TransactionLink } from '../../display/text-link';
import { OutcomeTag } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { useRulesetPart } from './use-ruleset';

type Count = ShadowReport['counts'][number];
type Example = ShadowReport['examples'][number];

/** What the version would have decided otherwise while it ran beside the live one. */
export function RulesetShadow({ ruleset }: { ruleset: StaffRuleset }) {
  const translate = useTranslate();
  const format = useFormat();
  const { data, error, isPending, refetch } = useRulesetPart<ShadowReport>(ruleset, 'shadow');
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  if (data.decisions === 0)
    return (
      <Section title={translate('ruleset_page.shadow')}>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('ruleset_page.shadow_none')}
        </Typography>
      </Section>
    );
  const was = translate('ruleset_page.shadow_was');
  const would = translate('ruleset_page.shadow_would');
  const counts: Column<Count>[] = [
    { label: was, value: (row) => <OutcomeTag value={row.liveOutcome} /> },
    { label: would, value: (row) => <OutcomeTag value={row.outcome} /> },
    {
      label: translate('ruleset_page.shadow_count'),
      value: (row) => format.number(row.decisions),
      numeric: true,
    },
  ];
  const examples: Column<Example>[] = [
    {
      label: translate('resources.transactions.name', { smart_count: 1 }),
      value: (row) => (
        <TransactionLink id={row.transactionId}>
          <Instant value={row.at} />
        </TransactionLink>
      ),
    },
    { label: was, value: (row) => <OutcomeTag value={row.liveOutcome} /> },
    { label: would, value: (row) => <OutcomeTag value={row.outcome} /> },
    { label: translate('ruleset_page.shadow_fired'), value: (row) => format.list(row.fired) },
  ];
  const summary = {
    differing: format.number(data.differing),
    decisions: format.number(data.decisions),
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Section
        title={translate('ruleset_page.shadow')}
        hint={translate('ruleset_page.shadow_of', summary)}
        flush
      >
        <RecordTable
          label={translate('ruleset_page.shadow')}
          rows={data.counts}
          columns={counts}
          rowKey={(row) => `${row.liveOutcome} ${row.outcome}`}
          empty=""
        />
      </Section>
      <Section title={translate('ruleset_page.shadow_examples')} flush>
        <RecordTable
          label={translate('ruleset_page.shadow_examples')}
          rows={data.examples}
          columns={examples}
          rowKey={(row) => row.transactionId}
          empty={translate('ruleset_page.no_changes')}
        />
      </Section>
    </Box>
  );
}
