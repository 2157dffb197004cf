import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWindowText } from '../promotion-words';
import type { Move } from './use-move';

/** What became of the last move, and the way back. */
export function MoveNotice({ move }: { move: Move }) {
  const translate = useTranslate();
  const windowText = useWindowText();
  const { notice } = move;
  if (!notice) return null;
  const { kind, promotion } = notice;
  const { name, status } = promotion;
  const window = windowText(promotion, promotion.timeZone);
  if (kind === 'moved')
    return (
      <Alert
        severity="success"
        role="status"
        action={
          <Button color="inherit" onClick={() => void move.undo(promotion, notice.days)}>
            {translate('promotion.calendar.undo')}
          </Button>
        }
      >
        {translate('promotion.calendar.moved', { name, window })}
      </Alert>
    );
  const [severity, text] =
    kind === 'back'
      ? (['success', translate('promotion.calendar.moved_back', { name, window })] as const)
      : kind === 'fixed'
        ? ([
            'info',
            translate('promotion.calendar.not_a_draft', {
              name,
              status: translate(`promotion_status.${status}`),
            }),
          ] as const)
        : (['warning', translate('promotion.calendar.refused', { name, message: notice.message })] as const);
  return (
    <Alert severity={severity} role="status" onClose={move.dismiss}>
      {text}
    </Alert>
  );
}
