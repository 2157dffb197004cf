import { DISPUTE_REPORT_GROUPS } from '@coinwarden/contracts';
import { Box, Card, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../../display/empty-state';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { Section } from '../../../display/section';
import { ResultTable } from './result-table';
import { ResultTiles } from './result-tiles';
import { ResultsChart } from './results-chart';
import { RESULT_DAYS, type ReportGroup, type ResultDays, useResults } from './use-results';

/** What is won and what is lost, and by what: the question behind every change of policy. */
export default function DisputeResults() {
  const translate = useTranslate();
  const [days, setDays] = useState<ResultDays>(90);
  const [by, setBy] = useState<ReportGroup>('reason');
  const { data, error, isPending, refetch } = useResults(days, by);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, marginBottom: 2 }}>
        <Choice
          label={translate('results.period')}
          values={RESULT_DAYS}
          value={days}
          name={(value) => translate('results.days', { days: value })}
          onChange={setDays}
        />
        <Choice
          label={translate('results.by')}
          values={DISPUTE_REPORT_GROUPS}
          value={by}
          name={(value) => translate(`results.group.${value}`)}
          onChange={setBy}
        />
      </Box>
      {data.total.disputes === 0 ? (
        <Card>
          <EmptyState title={translate('results.empty.title')} hint={translate('results.empty.hint')} />
        </Card>
      ) : (
        <>
          <ResultTiles total={data.total} />
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Section title={translate('results.chart')} hint={translate(`results.chart_by.${data.by}`)}>
              <ResultsChart report={data} />
            </Section>
            <ResultTable report={data} />
          </Box>
        </>
      )}
    </>
  );
}

interface ChoiceProps<Value> {
  label: string;
  values: readonly Value[];
  value: Value;
  name: (value: Value) => string;
  onChange: (value: Value) => void;
}

function Choice<Value extends string | number>({ label, values, value, name, onChange }: ChoiceProps<Value>) {
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={value}
      onChange={(_, next: Value | null) => next !== null && onChange(next)}
      aria-label={label}
    >
      {values.map((one) => (
        <ToggleButton key={one} value={one}>
          {name(one)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
