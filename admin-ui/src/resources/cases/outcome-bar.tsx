import type { StaffCaseDetail } from '@coinwarden/contracts';
import type { CaseAction } from '@coinwarden/domain';
import { Box, Button, Card } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/use-may';
import { useSession } from '../../providers/use-session';
import { CaseActorName, useMeasureText, VerdictTag } from './case-words';
import { useCaseNames } from './use-case-names';

/** Judgements on what somebody else decided, from the least to the most wanted. */
const JUDGEMENTS = ['send_back', 'deny', 'grant', 'confirm'] as const satisfies readonly CaseAction[];
const REFUSES: readonly CaseAction[] = ['send_back', 'deny'];

interface OutcomeBarProps {
  of: StaffCaseDetail;
  busy: boolean;
  onAsk: (action: CaseAction) => void;
  onNext: () => void;
}

/** Where this person decides nothing: why, what was decided, and what may be said to that. */
export function OutcomeBar({ of, busy, onAsk, onNext }: OutcomeBarProps) {
  const translate = useTranslate();
  const works = useMay('case.work');
  return (
    <Card
      component="section"
      aria-label={translate('case.decision')}
      sx={{ padding: '10px 16px', display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
    >
      <Box sx={{ flex: '1 1 260px', fontSize: '0.8125rem' }}>
        <WhyNot of={of} />
        <LastDecision of={of} />
      </Box>
      {JUDGEMENTS.filter((action) => of.allowedActions.includes(action)).map((action) => (
        <Button
          key={action}
          variant={REFUSES.includes(action) ? 'outlined' : 'contained'}
          color={REFUSES.includes(action) ? 'error' : 'primary'}
          onClick={() => onAsk(action)}
        >
          {translate(`case_action.${action}.button`)}
        </Button>
      ))}
      {works && (
        <Button variant="outlined" disabled={busy} onClick={onNext}>
          {translate('case_queue.next')}
        </Button>
      )}
    </Card>
  );
}

function WhyNot({ of }: { of: StaffCaseDetail }) {
  const translate = useTranslate();
  const session = useSession();
  const works = useMay('case.work');
  const leads = useMay('case.lead');
  if (of.claim && !of.claim.mine)
    return (
      <Box role="status" sx={{ fontWeight: 600 }}>
        {translate('case.taken', { name: of.claim.by.name })}
      </Box>
    );
  const own = of.decisions.at(-1)?.decidedBy.id === session?.staff.id;
  const open = of.status === 'open' || (of.status === 'escalated' && leads);
  const why = of.status === 'second_look' && own ? 'second_look_own' : open && works ? 'barred' : of.status;
  return <Box sx={{ fontWeight: 600 }}>{translate(`case.why.${why}`)}</Box>;
}

function LastDecision({ of }: { of: StaffCaseDetail }) {
  const measureText = useMeasureText();
  const { policyTitle } = useCaseNames();
  const last = of.decisions.at(-1);
  if (!last) return null;
  const measures = last.measures.map(measureText);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center', marginTop: 0.5 }}>
      <VerdictTag value={last.verdict} />
      <span>{[policyTitle(last.policy.code, last.policy.title), ...measures].join(' · ')}</span>
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        <CaseActorName actor={last.decidedBy} />
      </Box>
    </Box>
  );
}
