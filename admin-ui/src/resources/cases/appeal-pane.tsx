import type { Appeal, StaffCaseDetail } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { DueIn } from '../../money-back/due-in';
import { UndoneList } from './undone-list';

interface AppealPaneProps {
  appeal: Appeal;
  transactions: StaffCaseDetail['transactions'];
}

/** What the user says against the decision, what was answered, and what that undid. */
export function AppealPane({ appeal, transactions }: AppealPaneProps) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.case-appeals.fields.${field}`);
  return (
    <Section title={translate('resources.case-appeals.name', { smart_count: 1 })}>
      <Alert severity="info" icon={false} sx={{ marginBottom: 1.5, whiteSpace: 'pre-wrap' }}>
        {appeal.statement}
      </Alert>
      <Facts
        items={[
          [label('status'), <Tag key="status">{translate(`appeal_status.${appeal.status}`)}</Tag>],
          [label('openedAt'), <Instant key="opened" value={appeal.openedAt} form="full" />],
          ...(appeal.status === 'open'
            ? [[label('dueAt'), <DueIn key="due" value={appeal.dueAt} />] as const]
            : [[label('answer'), appeal.answer] as const]),
        ]}
      />
      {appeal.status === 'granted' && (
        <Box sx={{ marginTop: 1.5 }}>
          <UndoneList effects={appeal.undone} transactions={transactions} />
        </Box>
      )}
    </Section>
  );
}
