import type { StaffRefundBulk, StaffRefundBulkItem } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Tag, type Tone } from '../../display/tag';

const TONES: Record<StaffRefundBulk['status'], Tone> = {
  requested: 'info',
  pending_approval: 'caution',
  running: 'info',
  done: 'positive',
  rejected: 'neutral',
  cancelled: 'neutral',
};

const ITEM_TONES: Record<StaffRefundBulkItem['status'], Tone> = {
  waiting: 'neutral',
  opened: 'positive',
  refused: 'caution',
};

export function BulkStatusTag({ value }: { value: StaffRefundBulk['status'] }) {
  const translate = useTranslate();
  return <Tag tone={TONES[value]}>{translate(`refund_bulk.status.${value}`)}</Tag>;
}

export function ItemStatusTag({ value }: { value: StaffRefundBulkItem['status'] }) {
  const translate = useTranslate();
  return (
    <Tag tone={ITEM_TONES[value]} quiet={value !== 'refused'}>
      {translate(`refund_bulk.item.${value}`)}
    </Tag>
  );
}

/** Sums in several currencies beside each other. */
export const Sums = ({ money, end = false }: { money: StaffRefundBulk['money']; end?: boolean }) => (
  <Box
    component="span"
    sx={{
      display: 'inline-flex',
      flexWrap: 'wrap',
      gap: '0 10px',
      justifyContent: end ? 'flex-end' : 'flex-start',
    }}
  >
    {money.length === 0 ? '–' : money.map((one) => <Money key={one.currency} value={one} />)}
  </Box>
);
