import type { RuleHealthDetail, RuleHealthView } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Count } from '../../display/amounts';
import { ErrorState } from '../../display/error-state';
import { Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { ShortTransactionLink, TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { readJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';
import { usePercent } from '../backtests/backtest-words';

// The chart library is the largest part of the console; whoever never opens the charts never loads it.
const FiredChart = lazy(() => import('./fired-chart'));
const Curves = lazy(() => import('./curves'));

const SHOWN = 8;

interface RuleDetailProps {
  rule: RuleHealthView;
  version: number;
  days: number;
}

/** One rule: its days, the rules it fires together with, and what other thresholds would do. */
export function RuleDetail({ rule, version, days }: RuleDetailProps) {
  const translate = useTranslate();
  const format = useFormat();
  const percent = usePercent();
  const { data, error, refetch } = useQuery({
    queryKey: ['rule-health', rule.key, days],
    queryFn: ({ signal }) =>
      readJson<RuleHealthDetail>(`rule-health/${encodeURIComponent(rule.key)}?days=${days}`, signal),
  });
  const label = (key: string) => translate(`rule_health.${key}`);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Section
        title={rule.key}
        hint={rule.description}
        action={
          <Box sx={{ fontSize: '0.8125rem', whiteSpace: 'nowrap' }}>
            <TextLink to={`/rules/${encodeURIComponent(`${version}:${rule.key}`)}/show`}>
              {label('open_rule')}
            </TextLink>
          </Box>
        }
      >
        <Facts
          items={[
            [label('asked'), format.number(rule.asked)],
            [label('stability'), format.number(rule.stability)],
            [
              label('labelled'),
              translate('rule_health.labels', {
                fraud: format.number(rule.fraud),
                good: format.number(rule.good),
              }),
            ],
            [label('failed'), format.number(rule.failed)],
          ]}
        />
        <Suspense fallback={<PageLoading />}>
          <FiredChart rule={rule} />
        </Suspense>
      </Section>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data ? (
        <>
          {data.failures.length > 0 && (
            <Section flush title={label('failures')} hint={label('failures_hint')}>
              <RecordTable
                label={label('failures')}
                rows={data.failures}
                rowKey={({ transactionId }) => transactionId}
                empty=""
                columns={[
                  {
                    label: label('transaction'),
                    value: ({ transactionId }) => <ShortTransactionLink id={transactionId} />,
                  },
                  { label: label('at'), value: ({ at }) => <Instant value={at} /> },
                  { label: label('message'), value: ({ message }) => message },
                ]}
              />
            </Section>
          )}
          <Section
            flush
            title={label('overlap')}
            hint={translate('rule_health.overlap_hint', { count: format.number(data.overlap.looked) })}
          >
            <RecordTable
              label={label('overlap')}
              rows={data.overlap.rules.slice(0, SHOWN)}
              rowKey={({ key }) => key}
              empty={label('no_overlap')}
              columns={[
                { label: label('rule'), value: ({ key }) => <code>{key}</code> },
                { label: label('together'), numeric: true, value: ({ both }) => <Count value={both} /> },
                {
                  label: label('share'),
                  numeric: true,
                  value: ({ both }) => percent(both / Math.max(1, data.overlap.fired)),
                },
              ]}
            />
          </Section>
          <Section title={label('thresholds')} hint={label('thresholds_hint')}>
            {data.curves ? (
              <Suspense fallback={<PageLoading />}>
                <Curves curves={data.curves} />
              </Suspense>
            ) : (
              <NoCurves ruleKey={rule.key} />
            )}
          </Section>
        </>
      ) : (
        <PageLoading />
      )}
    </Box>
  );
}

function NoCurves({ ruleKey }: { ruleKey: string }) {
  const translate = useTranslate();
  return (
    <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
      {translate('rule_health.no_curves')}{' '}
      {useMay('rule.write') && (
        <TextLink to={`/backtests/new?rule=${encodeURIComponent(ruleKey)}`}>
          {translate('rule_health.test_now')}
        </TextLink>
      )}
    </Typography>
  );
}
