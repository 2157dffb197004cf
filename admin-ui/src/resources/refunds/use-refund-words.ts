import type { RefundDecisionView, RefundRefusal, StaffRefundReason } from '@coinwarden/contracts';
import { AUTOMATIC_REFUND_REASONS, DEFAULT_REFUND_POLICY, DEFAULT_REFUND_REASONS } from '@coinwarden/domain';
import { useGetList, useTranslate } from 'react-admin';
import { useMay } from '../../providers/use-may';

const DEFAULT_LABELS = new Map(
  [...DEFAULT_REFUND_REASONS.reasons, ...AUTOMATIC_REFUND_REASONS].map(({ code, label }) => [code, label]),
);
const DEFAULT_WHYS = new Map(
  [...DEFAULT_REFUND_POLICY.rows, { rowId: 'otherwise', why: DEFAULT_REFUND_POLICY.otherwise.why }].map(
    ({ rowId, why }) => [rowId, why],
  ),
);

/** The catalogue of reasons, as the signed-in person may use it; not asked for by those who may not. */
export function useRefundReasons() {
  const enabled = useMay('refund.read');
  const all = {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'id', order: 'ASC' },
    filter: {},
  } as const;
  return useGetList<StaffRefundReason>('refund-reasons', all, { enabled });
}

/**
 * Reasons and policy rows are data that a lead may write anew. Those that came with the product are said in the reader's
 * language; whatever somebody has written is shown as it was written.
 */
export function useRefundWords() {
  const translate = useTranslate();
  const { data: reasons } = useRefundReasons();
  const labelText = (code: string, label: string) =>
    label === DEFAULT_LABELS.get(code) ? translate(`refund_reason.${code}`, { _: label }) : label;
  const whyText = ({ rowId, why }: Pick<RefundDecisionView, 'rowId' | 'why'>) => {
    const key = rowId ?? 'otherwise';
    return why === DEFAULT_WHYS.get(key) ? translate(`refund_why.${key}`, { _: why }) : why;
  };
  return {
    labelText,
    whyText,
    refusalText: ({ code, message, why }: RefundRefusal) => {
      if (code === 'policy') return whyText({ rowId: why ?? null, why: message });
      if (code === 'refund.not_refundable') return translate(`refund_obstacle.${why}`, { _: message });
      // A provider's own words are no code of ours.
      return translate(`problem.${code}`, { _: translate(`refund_failure.${message}`, { _: message }) });
    },
    reasonText: (code: string) => {
      const label = reasons?.find((reason) => reason.code === code)?.label ?? DEFAULT_LABELS.get(code);
      return label === undefined ? code : labelText(code, label);
    },
  };
}
