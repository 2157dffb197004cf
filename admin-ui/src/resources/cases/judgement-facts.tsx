import type { CaseMeasureRequest, StaffCaseDetail } from '@coinwarden/contracts';
import type { CaseVerdict } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { Word } from '../../display/words';
import { TransactionValue } from '../transactions/transaction-value';
import { useMeasureText, VerdictTag } from './case-words';
import { useCaseNames } from './use-case-names';

interface JudgementFactsProps {
  of: StaffCaseDetail;
  judgement: {
    readonly verdict: CaseVerdict;
    readonly policy: string;
    readonly measures: readonly CaseMeasureRequest[];
  };
}

const LISTED = 8;

/** A decision in full: what it says, by which policy, what it does, and to which held transactions. */
export function JudgementFacts({ of, judgement }: JudgementFactsProps) {
  const translate = useTranslate();
  const measureText = useMeasureText();
  const { policyTitle } = useCaseNames();
  const { verdict, policy, measures } = judgement;
  const title = of.policies.find(({ code }) => code === policy)?.title ?? policy;
  const movesHolds = measures.some(({ type }) => type === 'release_holds' || type === 'decline_holds');
  const held = of.transactions.filter(({ status }) => status === 'held');
  return (
    <Facts
      items={[
        [translate('resources.cases.fields.accountId'), of.subject?.displayName ?? of.accountId],
        [translate('case.verdict'), <VerdictTag key="verdict" value={verdict} />],
        [translate('case.policy'), policyTitle(policy, title)],
        [
          translate('case.measures'),
          measures.length === 0
            ? translate('case.no_measures')
            : measures.map((one) => <div key={JSON.stringify(one)}>{measureText(one)}</div>),
        ],
        ...(movesHolds && held.length > 0
          ? [
              [
                translate('case.held', { smart_count: held.length }),
                <Box key="held">
                  {held.slice(0, LISTED).map((one) => (
                    <div key={one.transactionId}>
                      <Word of="kind" value={one.kind} />: <TransactionValue transaction={one} />
                    </div>
                  ))}
                  {held.length > LISTED && translate('case.more', { count: held.length - LISTED })}
                </Box>,
              ] as const,
            ]
          : []),
      ]}
    />
  );
}
