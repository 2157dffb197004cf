import type { StaffRefund } from '@coinwarden/contracts';
import type { RefundAction } from '@coinwarden/domain';
import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Money } from '../../display/amounts';
import { DueIn } from '../../money-back/due-in';
import { RefundButtons } from './refund-buttons';
import { RefundStatusTag } from './refund-words';
import { useRefundWords } from './use-refund-words';

interface RefundHeaderProps {
  refund: StaffRefund;
  onAsk: (action: RefundAction) => void;
  extra?: ReactNode;
  children?: ReactNode;
}

/** How much, where it stands, how long it may still wait, and what may be done now. */
export function RefundHeader({ refund, onAsk, extra, children }: RefundHeaderProps) {
  const { reasonText } = useRefundWords();
  return (
    <Card sx={{ padding: '10px 16px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' }}>
        <Box sx={{ flex: 1, minWidth: 200 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' }}>
            <Typography variant="h2" component="h2" sx={{ fontSize: '1.0625rem' }}>
              <Money value={refund.money} />
            </Typography>
            <RefundStatusTag value={refund.status} />
            <DueIn value={refund.dueAt} />
          </Box>
          <Typography variant="body2" sx={{ color: 'var(--muted)', overflowWrap: 'anywhere' }}>
            {refund.accountId} · {reasonText(refund.reason)}
          </Typography>
        </Box>
        {extra}
        <RefundButtons refund={refund} onAsk={onAsk} />
      </Box>
      {children && (
        <Box sx={{ marginTop: 1.25, paddingTop: 1.25, borderTop: '1px solid var(--border)' }}>{children}</Box>
      )}
    </Card>
  );
}
