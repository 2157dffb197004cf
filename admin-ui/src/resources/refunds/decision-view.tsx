import type { RefundDecisionView } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { type Fact, Facts } from '../../display/facts';
import { AccountStatusTag } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { PolicyVersionLink } from '../../money-back/policy-version-link';
import { RefundOutcomeTag, RiskTag } from './refund-words';
import { useRefundWords } from './use-refund-words';

interface DecisionViewProps {
  decision: RefundDecisionView;
  /** Only the outcome and why; without what the policy saw. */
  brief?: boolean;
}

/** What the policy says, why, and what it saw. */
export function DecisionView({ decision, brief = false }: DecisionViewProps) {
  const { whyText } = useRefundWords();
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, flexWrap: 'wrap' }}>
        <RefundOutcomeTag value={decision.outcome} />
        <Typography variant="body2" sx={{ flex: 1, minWidth: 180 }}>
          {whyText(decision)}
        </Typography>
      </Box>
      {!brief && <Seen decision={decision} />}
    </>
  );
}

function Seen({ decision }: { decision: RefundDecisionView }) {
  const { values } = decision;
  const translate = useTranslate();
  const format = useFormat();
  const label = (key: string) => translate(`refund.seen.${key}`);
  const days = (count: number) =>
    translate('refund.days', { smart_count: count, count: format.number(count) });
  const facts: Fact[] = [
    [label('amount'), <Money key="amount" value={values} />],
    [label('requester'), translate(`requester.${values.requester}`)],
    [label('age'), days(values.ageDays)],
    [label('spent'), format.percent(values.spentPercent / 100)],
    [label('risk'), <RiskTag key="risk" value={values.risk} />],
    [label('account'), <AccountStatus key="status" value={values.accountStatus} />],
    [label('account_age'), days(values.accountAgeDays)],
    [label('refunds'), format.number(values.refundsIn90Days)],
    [label('lost_disputes'), format.number(values.lostDisputes)],
    [
      label('debt'),
      translate('amount.coins', { smart_count: values.debtCoins, amount: format.number(values.debtCoins) }),
    ],
  ];
  return (
    <Box sx={{ marginTop: 1.5 }}>
      <Box
        sx={{
          display: 'grid',
          columnGap: 3,
          rowGap: '6px',
          alignItems: 'start',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
        }}
      >
        <Facts items={facts.slice(0, HALF)} />
        <Facts items={facts.slice(HALF)} />
      </Box>
      <Typography variant="caption" sx={{ color: 'var(--muted)', display: 'block', marginTop: 1 }}>
        <PolicyVersionLink kind="refund" version={decision.policyVersion}>
          {translate('refund.decided_by', {
            version: decision.policyVersion,
            row: decision.rowId ?? translate('refund.no_row'),
          })}
        </PolicyVersionLink>
      </Typography>
    </Box>
  );
}

const HALF = 5;

type Status = Parameters<typeof AccountStatusTag>[0]['value'];
const AccountStatus = ({ value }: { value: string }) => <AccountStatusTag value={value as Status} />;
