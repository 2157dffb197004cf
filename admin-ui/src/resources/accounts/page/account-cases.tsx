import type { StaffCase } from '@coinwarden/contracts';
import { Button, Skeleton } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { ErrorState } from '../../../display/error-state';
import { Instant } from '../../../display/instant';
import { type Column, RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { TextLink } from '../../../display/text-link';
import { WholeLink } from '../../../display/whole-link';
import { AlertKindTags, CaseStatusTag, Headline, VerdictTag } from '../../cases/case-words';
import { AppealDialog } from './appeal-dialog';

const ROWS = 20;

/** The account's cases, newest first; where a decision can be appealed, an agent does it for the customer. */
export function AccountCases({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const [appealed, setAppealed] = useState<StaffCase | null>(null);
  const { data, total, error, isPending, refetch } = useGetList<StaffCase>('cases', {
    filter: { accountId },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
  const label = (field: string) => translate(`resources.cases.fields.${field}`);
  const columns: Column<StaffCase>[] = [
    {
      label: label('headline'),
      value: (one) => (
        <WholeLink minWidth={140} maxWidth={360}>
          <TextLink to={`/cases/${one.id}/show`}>
            <Headline of={one} />
          </TextLink>
        </WholeLink>
      ),
    },
    { label: label('kinds'), foldsBelow: 640, value: (one) => <AlertKindTags kinds={one.kinds} /> },
    {
      label: label('status'),
      value: ({ status, verdict }) =>
        verdict && status === 'decided' ? <VerdictTag value={verdict} /> : <CaseStatusTag value={status} />,
    },
    {
      label: label('openedAt'),
      foldsBelow: 520,
      value: (one) => <Instant value={one.openedAt} form="date" />,
    },
    {
      label: translate('case_action.appeal.button'),
      value: (one) =>
        one.allowedActions.includes('appeal') ? (
          <Button size="small" onClick={() => setAppealed(one)}>
            {translate('case_action.appeal.button')}
          </Button>
        ) : (
          '–'
        ),
    },
  ];
  const all = `/cases?filter=${encodeURIComponent(JSON.stringify({ accountId }))}`;
  return (
    <Section
      title={translate('account_page.cases')}
      flush
      action={
        (total ?? 0) > ROWS && (
          <Button component={Link} to={all}>
            {translate('account_page.all')}
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={120} sx={{ margin: 2 }} />
      ) : (
        <RecordTable
          label={translate('account_page.cases')}
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={translate('account_page.no_cases')}
        />
      )}
      {appealed && <AppealDialog of={appealed} onClose={() => setAppealed(null)} />}
    </Section>
  );
}
