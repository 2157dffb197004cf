import type { StaffCase } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../../display/amounts';
import { RecordTable } from '../../../display/record-table';
import { Tag } from '../../../display/tag';
import { TextLink } from '../../../display/text-link';
import { Headline } from '../case-words';
import type { BulkResult } from './use-bulk-decision';

interface BulkCasesProps {
  cases: readonly StaffCase[];
  results: ReadonlyMap<string, BulkResult>;
}

/** What is decided, and afterwards what became of each. */
export function BulkCases({ cases, results }: BulkCasesProps) {
  const translate = useTranslate();
  if (cases.length === 0) return null;
  return (
    <Box
      role="status"
      data-testid="bulk-cases"
      sx={{ border: '1px solid var(--border)', borderRadius: 2, maxHeight: 320, overflow: 'auto' }}
    >
      <RecordTable
        label={translate('case_bulk.cases')}
        rows={cases}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          {
            label: translate('resources.cases.fields.accountId'),
            value: ({ id, accountId }) => <TextLink to={`/cases/${id}/show`}>{accountId}</TextLink>,
          },
          { label: translate('resources.cases.fields.headline'), value: (one) => <Headline of={one} /> },
          {
            label: translate('resources.cases.fields.valueAtRisk'),
            numeric: true,
            value: (one) => <Money value={{ amountMinor: one.valueAtRiskUsdMinor, currency: 'USD' }} />,
          },
          {
            label: translate('case_bulk.outcome'),
            value: (one) => <Outcome of={one} result={results.get(one.id)} />,
          },
        ]}
      />
    </Box>
  );
}

function Outcome({ of, result }: { of: StaffCase; result: BulkResult | undefined }) {
  const translate = useTranslate();
  if (!result)
    return of.allowedActions.includes('decide') ? (
      <Tag quiet>{translate('case_bulk.open')}</Tag>
    ) : (
      <Tag quiet tone="caution">
        {translate('case_bulk.not_open')}
      </Tag>
    );
  if (result.problem)
    return (
      <Tag tone="caution">{translate(`problem.${result.problem.code}`, { _: result.problem.title })}</Tag>
    );
  return result.status === 'second_look' ? (
    <Tag tone="info">{translate('case_bulk.second_look')}</Tag>
  ) : (
    <Tag tone="positive">{translate('case_bulk.decided')}</Tag>
  );
}
