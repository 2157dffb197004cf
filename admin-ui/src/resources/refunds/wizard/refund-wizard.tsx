import type { StaffRefundDetail, StaffTransactionDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useLocation, useSearchParams } from 'react-router';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { Panes } from '../../../display/panes';
import { useDetail } from '../../../providers/use-detail';
import { ChoosePurchase } from './choose-purchase';
import { FindCustomer } from './find-customer';
import { RefundForm } from './refund-form';
import { Submitted } from './submitted';
import { useRefundDraft } from './use-refund-draft';
import { WizardPreview } from './wizard-preview';

/**
 * Customer, purchase, how much and why: each choice opens the next below it, and the address remembers where one is.
 * What was submitted is shown only until one goes anywhere else, be it to this page again for another purchase.
 */
export default function RefundWizard() {
  const [params, setParams] = useSearchParams();
  const { key, search } = useLocation();
  const here = `${key}${search}`;
  const [submitted, setSubmitted] = useState<{ refund: StaffRefundDetail; here: string } | null>(null);
  const translate = useTranslate();
  const accountId = params.get('accountId');
  const purchaseId = params.get('purchaseId');
  const at = (place: { accountId?: string; purchaseId?: string }) => setParams(place);
  return (
    <>
      <Title title={translate('refund_wizard.title')} />
      {submitted?.here === here ? (
        <Submitted refund={submitted.refund} onAnother={() => at({})} />
      ) : accountId ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <ChoosePurchase
            key={accountId}
            accountId={accountId}
            purchaseId={purchaseId}
            onChoose={(chosen) => at({ accountId, ...(chosen && { purchaseId: chosen }) })}
            onBack={() => at({})}
          />
          {purchaseId && (
            <RefundThis
              key={purchaseId}
              purchaseId={purchaseId}
              onDone={(refund) => setSubmitted({ refund, here })}
            />
          )}
        </Box>
      ) : purchaseId ? (
        <BuyerOf purchaseId={purchaseId} onFound={(buyer) => at({ accountId: buyer, purchaseId })} />
      ) : (
        <Box sx={{ maxWidth: 760 }}>
          <FindCustomer
            onCustomer={(found) => at({ accountId: found })}
            onPurchase={(found, purchase) => at({ accountId: found, purchaseId: purchase })}
          />
        </Box>
      )}
    </>
  );
}

interface RefundThisProps {
  purchaseId: string;
  onDone: (refund: StaffRefundDetail) => void;
}

function RefundThis({ purchaseId, onDone }: RefundThisProps) {
  const draft = useRefundDraft(purchaseId, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void draft.submit();
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form onSubmit={submit} onKeyDown={byKey}>
      <Panes>
        <RefundForm draft={draft} />
        <WizardPreview draft={draft} />
      </Panes>
    </form>
  );
}

/** A purchase without its buyer, as other pages name it. */
function BuyerOf({ purchaseId, onFound }: { purchaseId: string; onFound: (accountId: string) => void }) {
  const { data, error, refetch } = useDetail<StaffTransactionDetail>('transactions', purchaseId);
  const buyer = data?.accountId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the buyer is known
  useEffect(() => {
    if (buyer) onFound(buyer);
  }, [buyer]);
  return error ? <ErrorState error={error} onRetry={refetch} /> : <PageLoading />;
}
