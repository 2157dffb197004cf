import type { StaffRefund } from '@coinwarden/contracts';
import type { RefundAction } from '@coinwarden/domain';
import { type ReactNode, useState } from 'react';
import { RefundActionDialog } from './refund-action-dialog';

/** Opens the dialog of an action this person may take on this refund; anything else asks for nothing. */
export function useRefundDialogs(refund: StaffRefund | undefined, onDone?: () => void) {
  const [asked, setAsked] = useState<RefundAction | null>(null);
  const ask = (action: RefundAction) => {
    if (refund?.allowedActions.includes(action)) setAsked(action);
  };
  const dialogs: ReactNode = refund && asked && (
    <RefundActionDialog
      action={asked}
      refund={refund}
      onClose={() => setAsked(null)}
      onDone={() => {
        setAsked(null);
        onDone?.();
      }}
    />
  );
  return { ask, dialogs };
}
