import type { StaffCase } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { AllButton } from '../../../display/all-button';
import { Instant } from '../../../display/instant';
import { RecordPane } from '../../../display/record-pane';
import type { Column } from '../../../display/record-table';
import { TextLink } from '../../../display/text-link';
import { WholeLink } from '../../../display/whole-link';
import { AlertKindTags, CaseStatusTag, Headline, VerdictTag } from '../../cases/case-words';
import { AppealDialog } from './appeal-dialog';

const ROWS = 20;

/** The account's cases, newest first; where a decision can be appealed, an agent does it for the customer. */
export function AccountCases({ accountId }: { accountId: string }) {
  const translate = useTranslate();
  const [appealed, setAppealed] = useState<StaffCase | null>(null);
  const { data, total, error, refetch } = useGetList<StaffCase>('cases', {
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
  return (
    <>
      <RecordPane
        title={translate('account_page.cases')}
        asked={{ rows: data, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        empty={translate('account_page.no_cases')}
        action={(total ?? 0) > ROWS && <AllButton resource="cases" filter={{ accountId }} />}
      />
      {appealed && <AppealDialog of={appealed} onClose={() => setAppealed(null)} />}
    </>
  );
}
