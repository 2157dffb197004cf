import type { StaffRefund } from '@coinwarden/contracts';
import type { RefundAction } from '@coinwarden/domain';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSession } from '../../providers/use-session';

/** From the least to the most wanted, as dialogs order their buttons. */
const LOOKS = [
  ['cancel', 'outlined', 'inherit'],
  ['reject', 'outlined', 'error'],
  ['retry', 'contained', 'primary'],
  ['confirm_paid', 'contained', 'primary'],
  ['approve', 'contained', 'primary'],
] as const satisfies readonly (readonly [RefundAction, string, string])[];

interface RefundButtonsProps {
  refund: StaffRefund;
  onAsk: (action: RefundAction) => void;
}

/** What the server lets this person do now; and for who asked for it themselves, why approving is not among it. */
export function RefundButtons({ refund, onAsk }: RefundButtonsProps) {
  const translate = useTranslate();
  const session = useSession();
  const own = session?.staff.id === refund.requestedBy.id;
  const waits = refund.status === 'pending_approval';
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      {own && waits && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('refund.own')}
        </Typography>
      )}
      {LOOKS.filter(([action]) => refund.allowedActions.includes(action)).map(([action, variant, color]) => (
        <Button key={action} variant={variant} color={color} onClick={() => onAsk(action)}>
          {translate(`refund.action.${action}.button`)}
        </Button>
      ))}
    </Box>
  );
}
