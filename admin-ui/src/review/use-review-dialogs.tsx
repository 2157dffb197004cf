import type { StaffTransaction } from '@coinwarden/contracts';
import { type ReactNode, useState } from 'react';
import { DecideDialog } from './decide-dialog';

export type ReviewAction = StaffTransaction['allowedActions'][number];

/** Opens the dialog of an action the person may take on this transaction; anything else asks for nothing. */
export function useReviewDialogs(transaction: StaffTransaction | undefined, onDecided?: () => void) {
  const [asked, setAsked] = useState<ReviewAction | null>(null);
  const ask = (action: ReviewAction) => {
    if (transaction?.allowedActions.includes(action)) setAsked(action);
  };
  const dialogs: ReactNode = transaction && asked && (
    <DecideDialog
      action={asked}
      transaction={transaction}
      onClose={() => setAsked(null)}
      onDecided={() => {
        setAsked(null);
        onDecided?.();
      }}
    />
  );
  return { ask, dialogs };
}
