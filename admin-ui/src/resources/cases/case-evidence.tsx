import type { StaffCaseDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import type { RefObject } from 'react';
import { Panes } from '../../display/panes';
import { AccountGraph } from '../../graph/account-graph';
import { AccountSecurity } from '../../security/account-security';
import { AlertsPane } from './alerts-pane';
import { AppealPane } from './appeal-pane';
import { CaseTimeline } from './case-timeline';
import { DecisionsPane } from './decisions-pane';
import { EarlierCases } from './earlier-cases';
import { PolicyPane } from './policy-pane';
import { SimilarCases } from './similar-cases';
import { SubjectPane } from './subject-pane';
import { TransactionsPane } from './transactions-pane';

interface CaseEvidenceProps {
  of: StaffCaseDetail;
  /** The policy the decision cites so far. */
  policy: string | null;
  note: RefObject<HTMLTextAreaElement | null>;
}

const GRAPH_HEIGHT = 340;

/** Everything one decides a case by: what was found on the left, who it is and what the house thinks beside it. */
export const CaseEvidence = ({ of, policy, note }: CaseEvidenceProps) => (
  <Panes>
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      {of.appeal && <AppealPane appeal={of.appeal} transactions={of.transactions} />}
      <AlertsPane alerts={of.alertList} />
      <TransactionsPane of={of} />
      {of.subject && of.alertList.some(({ kind }) => kind === 'security') && (
        <AccountSecurity accountId={of.accountId} />
      )}
      {of.subject && <AccountGraph accountId={of.accountId} height={GRAPH_HEIGHT} />}
      {of.decisions.length > 0 && <DecisionsPane of={of} />}
      <CaseTimeline of={of} note={note} />
    </Box>
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <SubjectPane of={of} />
      <PolicyPane policies={of.policies} cited={policy} />
      <SimilarCases caseId={of.id} />
      <EarlierCases related={of.related} />
    </Box>
  </Panes>
);
