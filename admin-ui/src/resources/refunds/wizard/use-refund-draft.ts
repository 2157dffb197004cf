import type { RefundPreview, StaffRefundDetail, StaffRefundReason } from '@coinwarden/contracts';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useCreateRecord } from '../../../actions/use-create-record';
import { useUnsaved } from '../../../actions/use-unsaved';
import { minorOf } from '../../../i18n/amount-text';
import { useRequestPreview } from '../use-refund-preview';
import { useRefundReasons } from '../use-refund-words';

const PAUSE_MS = 250;

/** The same value, once it has stayed the same for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export type RefundDraft = ReturnType<typeof useRefundDraft>;

/**
 * A refund being put together. Its preview follows amount and reason, and what is submitted names the preview on screen,
 * so that nobody loses what nobody has seen.
 */
export function useRefundDraft(purchaseId: string, onDone: (refund: StaffRefundDetail) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [seen, setSeen] = useState<RefundPreview | null>(null);
  const translate = useTranslate();
  const { data: reasons = [] } = useRefundReasons();
  const { data: whole } = useRequestPreview({ purchaseId }, false);
  const currency = whole?.purchase.money.currency ?? 'USD';
  const amountMinor = typed === null ? null : minorOf(typed, currency);
  const settled = useSettled(amountMinor);
  const request = {
    purchaseId,
    ...(settled !== null && typed !== null && { amountMinor: settled }),
    ...(reason !== null && { reason }),
  };
  const preview = useRequestPreview(request);
  const { create, ...creating } = useCreateRecord<StaffRefundDetail>('refunds', {
    done: 'refund_wizard.done',
    onDone,
  });
  // A reason is chosen again with one click; what was typed is not.
  useUnsaved((typed !== null || note.trim() !== '') && !creating.busy);
  const chosen: StaffRefundReason | undefined = reasons.find(({ code }) => code === reason);
  const tooMuch =
    whole !== undefined && amountMinor !== null && amountMinor > whole.purchase.requestableMinor;
  const amountError =
    typed !== null && amountMinor === null
      ? translate('refund_wizard.not_an_amount', { currency })
      : tooMuch
        ? translate('refund_wizard.too_much')
        : (creating.fields['amountMinor'] ?? null);
  const noteMissing = chosen?.noteRequired === true && note.trim() === '';
  const upToDate = !preview.isFetching && !preview.isPlaceholderData && settled === amountMinor;
  const { data } = preview;
  const refused = data?.refusal != null || data?.decision.outcome === 'refuse';
  const ready = upToDate && data !== undefined && !refused && !!chosen && !noteMissing && !amountError;
  return {
    ...creating,
    typed,
    reason,
    note,
    setTyped,
    setReason,
    setNote,
    reasons: reasons.filter(({ usable }) => usable),
    chosen,
    whole,
    preview,
    upToDate,
    amountError,
    noteMissing,
    refused,
    ready,
    /** What was on screen when the server said that it had changed. */
    seen,
    submit: async () => {
      if (!ready) return;
      setSeen(data);
      await create({
        purchaseId,
        amountMinor: data.money.amountMinor,
        reason,
        ...(note.trim() !== '' && { note: note.trim() }),
        previewHash: data.clawback.hash,
      });
      void preview.refetch();
    },
  };
}
