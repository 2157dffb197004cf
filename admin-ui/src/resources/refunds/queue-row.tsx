import type { StaffRefund } from '@coinwarden/contracts';
import { Box, ButtonBase } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { useFormat } from '../../i18n/use-format';
import { DueIn } from '../../money-back/due-in';
import { RefundActorName, RefundStatusTag, RiskTag } from './refund-words';
import { useRefundWords } from './use-refund-words';

interface QueueRowProps {
  refund: StaffRefund;
  selected: boolean;
  onChoose: () => void;
}

/** What one needs to choose by: how much, how long still, why, who asked, how risky, how much is spent. */
export function QueueRow({ refund, selected, onChoose }: QueueRowProps) {
  const row = useRef<HTMLButtonElement>(null);
  const translate = useTranslate();
  const format = useFormat();
  const { reasonText } = useRefundWords();
  const values = refund.decision?.values;
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li>
      <ButtonBase
        ref={row}
        onClick={onChoose}
        aria-current={selected ? 'true' : undefined}
        data-testid="refund-row"
        sx={{
          display: 'block',
          width: '100%',
          textAlign: 'start',
          padding: '9px 14px',
          fontSize: '0.8125rem',
          borderBottom: '1px solid var(--border)',
          borderInlineStart: '3px solid transparent',
          ...(selected && { backgroundColor: 'var(--accent-soft)', borderInlineStartColor: 'var(--accent)' }),
          '&:hover': { backgroundColor: selected ? 'var(--accent-soft)' : 'var(--neutral-soft)' },
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        <Line>
          <Box component="span" sx={{ fontWeight: 600 }}>
            <Money value={refund.money} />
          </Box>
          <DueIn value={refund.dueAt} />
        </Line>
        <Line>
          <span>{reasonText(refund.reason)}</span>
          {refund.status === 'pending_approval' ? (
            values && values.risk !== 'low' && <RiskTag value={values.risk} />
          ) : (
            <RefundStatusTag value={refund.status} />
          )}
        </Line>
        <Box sx={{ color: 'var(--muted)', fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
          <RefundActorName actor={refund.requestedBy} />
          {values &&
            ` · ${translate('refund.spent_share', { share: format.percent(values.spentPercent / 100) })}`}
        </Box>
      </ButtonBase>
    </li>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1, minHeight: 21 }}>
    {children}
  </Box>
);
