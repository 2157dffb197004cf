import type { StaffTransaction } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../actions/action-dialog';
import { useAct } from '../actions/use-act';
import { Facts } from '../display/facts';
import { Word } from '../display/words';
import { TransactionValue } from '../resources/transactions/transaction-value';
import type { ReviewAction } from './use-review-dialogs';

interface DecideDialogProps {
  action: ReviewAction;
  transaction: StaffTransaction;
  onClose: () => void;
  onDecided: () => void;
}

/** Says what a release or a decline will do to this kind of transaction before it is done. */
export function DecideDialog({ action, transaction, onClose, onDecided }: DecideDialogProps) {
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: `review.${action}.done`, onDone: onDecided });
  const label = (field: string) => translate(`resources.transactions.fields.${field}`);
  return (
    <ActionDialog
      open
      title={translate(`review.${action}.title`)}
      confirmLabel={translate(`review.${action}.confirm`)}
      tone={action === 'decline' ? 'error' : 'primary'}
      reason={action === 'decline' ? 'required' : 'optional'}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act({ resource: 'transactions', id: transaction.id, action }, reason === '' ? {} : { reason })
      }
    >
      <Typography variant="body2" sx={{ marginBottom: 1.5 }}>
        {translate(`review.${action}.effect.${transaction.kind}`)}
      </Typography>
      <Facts
        items={[
          [label('kind'), <Word key="k" of="kind" value={transaction.kind} />],
          [label('value'), <TransactionValue key="v" transaction={transaction} />],
          [label('accountId'), transaction.accountId],
          ...(transaction.counterpartyId
            ? [[label('counterpartyId'), transaction.counterpartyId] as const]
            : []),
        ]}
      />
    </ActionDialog>
  );
}
