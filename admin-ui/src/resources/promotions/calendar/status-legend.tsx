import type { StaffPromotion } from '@coinwarden/contracts';
import { PROMOTION_STATUSES } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { Word } from '../../../display/words';

const look = (tone: string) => ({
  color: `var(--${tone})`,
  backgroundColor: `var(--${tone}-soft)`,
  borderColor: `var(--${tone})`,
});

/** A draft is only pencilled in; what is over or paused stands back. */
export const BAR_LOOKS: Readonly<Record<StaffPromotion['status'], object>> = {
  draft: {
    color: 'var(--text)',
    backgroundColor: 'var(--surface)',
    borderColor: 'var(--muted)',
    borderStyle: 'dashed',
  },
  pending_approval: look('caution'),
  scheduled: look('info'),
  active: look('positive'),
  paused: { ...look('negative'), borderStyle: 'dotted' },
  ended: {
    color: 'var(--muted)',
    backgroundColor: 'var(--neutral-soft)',
    borderColor: 'var(--border-strong)',
  },
};

/** Which look is which status. */
export const StatusLegend = () => (
  <Box
    component="ul"
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      gap: '6px 14px',
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontSize: '0.75rem',
      color: 'var(--muted)',
    }}
  >
    {PROMOTION_STATUSES.map((status) => (
      <Box component="li" key={status} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <Box
          aria-hidden
          sx={{ width: 18, height: 11, border: '1px solid', borderRadius: '3px', ...BAR_LOOKS[status] }}
        />
        <Word of="promotion_status" value={status} />
      </Box>
    ))}
  </Box>
);
