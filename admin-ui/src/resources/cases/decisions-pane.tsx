import type { CaseDecisionView, StaffCaseDetail } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { CaseActorName, useMeasureText, VerdictTag } from './case-words';
import { EffectSubject } from './effect-subject';
import { useCaseNames } from './use-case-names';

/** What was decided, by which policy, and what came of each measure. */
export function DecisionsPane({ of }: { of: StaffCaseDetail }) {
  const translate = useTranslate();
  return (
    <Section title={translate('case.decisions')}>
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5 }}>
        {of.decisions.map((decision) => (
          <DecisionEntry key={decision.decisionNo} decision={decision} transactions={of.transactions} />
        ))}
      </Box>
    </Section>
  );
}

interface DecisionEntryProps {
  decision: CaseDecisionView;
  transactions: StaffCaseDetail['transactions'];
}

function DecisionEntry({ decision, transactions }: DecisionEntryProps) {
  const translate = useTranslate();
  const measureText = useMeasureText();
  const { policyTitle } = useCaseNames();
  const { policy, effects, confirmedBy } = decision;
  return (
    <Box component="li" sx={{ fontSize: '0.8125rem' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' }}>
        <VerdictTag value={decision.verdict} />
        <strong>{policyTitle(policy.code, policy.title)}</strong>
        <Tag quiet={decision.status === 'final'} tone={decision.status === 'final' ? 'positive' : 'caution'}>
          {translate(`case_decision_status.${decision.status}`)}
        </Tag>
      </Box>
      <Box sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
        <CaseActorName actor={decision.decidedBy} /> · <Instant value={decision.decidedAt} />
        {confirmedBy && (
          <>
            {' · '}
            {translate('case.confirmed_by')} <CaseActorName actor={confirmedBy} />
          </>
        )}
      </Box>
      {decision.note && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {decision.note}
        </Typography>
      )}
      <Box component="ul" sx={{ margin: '4px 0 0', paddingInlineStart: 2.5 }}>
        {effects.length > 0
          ? effects.map((effect) => (
              <li key={`${effect.type} ${effect.subject.type} ${effect.subject.id}`}>
                {translate(`case_measure.${effect.type}`, { _: effect.type })}{' '}
                <Box component="span" sx={{ color: 'var(--muted)', overflowWrap: 'anywhere' }}>
                  <EffectSubject of={effect.subject} transactions={transactions} />
                  {effect.outcome === 'skipped' && ` · ${translate('case.skipped')}`}
                  {effect.why && ` · ${translate(`case_effect_why.${effect.why}`, { _: effect.why })}`}
                </Box>
              </li>
            ))
          : decision.measures.map((one) => <li key={JSON.stringify(one)}>{measureText(one)}</li>)}
      </Box>
    </Box>
  );
}
