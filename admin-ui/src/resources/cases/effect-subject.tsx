import type { CaseDecisionView, StaffCaseDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { AccountLink, TransactionLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { TransactionValue } from '../transactions/transaction-value';

interface EffectSubjectProps {
  of: CaseDecisionView['effects'][number]['subject'];
  transactions: StaffCaseDetail['transactions'];
}

/** What a measure was taken on: a transaction by what it is, a list entry by its list and value. */
export function EffectSubject({ of: { type, id }, transactions }: EffectSubjectProps) {
  const translate = useTranslate();
  const entryText = (entry: string) => {
    const [list, , ...value] = entry.split(':');
    return translate('case_measure.entry', { list: translate(`list_name.${list}`), of: value.join(':') });
  };
  if (type === 'account') return <AccountLink id={id} />;
  if (type === 'list_entry') return <>{entryText(id)}</>;
  if (type !== 'transaction') return <>{id}</>;
  const transaction = transactions.find(({ transactionId }) => transactionId === id);
  return (
    <TransactionLink id={id}>
      {transaction ? (
        <>
          <Word of="kind" value={transaction.kind} />: <TransactionValue transaction={transaction} />
        </>
      ) : (
        translate('case.transaction')
      )}
    </TransactionLink>
  );
}
