import type { StaffPromotion } from '@coinwarden/contracts';
import { PROMOTION_ACTIONS, type PromotionAction } from '@coinwarden/domain';
import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../../../providers/use-may';
import { useSession } from '../../../providers/use-session';
import { BudgetBar } from '../budget-bar';
import { PromotionStatusTag, useGiftText, useWindowText } from '../promotion-words';
import { PauseNow } from './pause-now';

/** From the least to the most wanted, as dialogs order their buttons; pausing stands in a row of its own. */
const LOOKS = [
  ['discard', 'text', 'error'],
  ['end', 'outlined', 'error'],
  ['recall', 'outlined', 'inherit'],
  ['reject', 'outlined', 'error'],
  ['resume', 'contained', 'primary'],
  ['submit', 'contained', 'primary'],
  ['approve', 'contained', 'primary'],
] as const satisfies readonly (readonly [PromotionAction, string, string])[];

interface PromotionHeaderProps {
  promotion: StaffPromotion;
  onAsk: (action: PromotionAction) => void;
}

const isAction = (name: string): name is PromotionAction =>
  (PROMOTION_ACTIONS as readonly string[]).includes(name);

/** Where it stands, what it gives and has given, and what the server lets this person do with it now. */
export function PromotionHeader({ promotion: p, onAsk }: PromotionHeaderProps) {
  const translate = useTranslate();
  const giftText = useGiftText();
  const windowText = useWindowText();
  const session = useSession();
  const may = useMay('catalogue.write');
  const open = p.allowedActions.filter(isAction);
  const own = session !== undefined && p.authors.includes(session.staff.email);
  const at = `/promotions/${encodeURIComponent(p.id)}`;
  return (
    <Card sx={{ padding: '12px 16px', display: 'grid', gap: 1.25 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
            <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
              {p.name}
            </Typography>
            <PromotionStatusTag value={p.status} />
          </Box>
          <Typography variant="body2" sx={{ marginTop: 0.5 }}>
            {giftText(p)} · {windowText(p, p.timeZone)}
          </Typography>
          <Box sx={{ fontSize: '0.8125rem', color: 'var(--muted)', maxWidth: 320 }}>
            <BudgetBar granted={p.grantedCoins} budget={p.budgetCoins} />
          </Box>
        </Box>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
          {may && (
            <Button component={Link} to={`/promotions/create?from=${encodeURIComponent(p.id)}`}>
              {translate('promotion.copy')}
            </Button>
          )}
          {p.allowedActions.includes('edit') && (
            <Button variant="outlined" component={Link} to={`${at}/edit`}>
              {translate('promotion.edit')}
            </Button>
          )}
          {LOOKS.filter(([action]) => open.includes(action)).map(([action, variant, color]) => (
            <Button key={action} variant={variant} color={color} onClick={() => onAsk(action)}>
              {translate(`promotion.action.${action}.button`)}
            </Button>
          ))}
        </Box>
      </Box>
      {p.status === 'pending_approval' && (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate(own ? 'promotion.approval.own' : 'promotion.approval.waits')}
        </Typography>
      )}
      {open.includes('pause') && <PauseNow promotion={p} />}
    </Card>
  );
}
