import { Box, Card } from '@mui/material';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../../display/empty-state';
import { TextLink } from '../../../display/text-link';
import { PromotionStatusTag, useGiftText, useWindowText } from '../promotion-words';
import type { ShownPromotion } from './shown-promotion';

/** The same windows one under the other, where there is no room for a week side by side. */
export function Agenda({ shown, timeZone }: { shown: readonly ShownPromotion[]; timeZone: string }) {
  const translate = useTranslate();
  const giftText = useGiftText();
  const windowText = useWindowText();
  if (shown.length === 0)
    return (
      <Card>
        <EmptyState title={translate('promotion.calendar.none')} />
      </Card>
    );
  return (
    <Box
      component="ul"
      aria-label={translate('promotion.calendar.label')}
      sx={{ display: 'grid', gap: 1, margin: 0, padding: 0, listStyle: 'none' }}
    >
      {shown.map(({ promotion }) => (
        <Card component="li" key={promotion.id} sx={{ padding: '10px 14px', fontSize: '0.8125rem' }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <TextLink to={`/promotions/${encodeURIComponent(promotion.id)}/show`}>{promotion.name}</TextLink>
            <PromotionStatusTag value={promotion.status} />
          </Box>
          <div>{giftText(promotion)}</div>
          <Box sx={{ color: 'var(--muted)' }}>{windowText(promotion, timeZone)}</Box>
          {promotion.timeZone !== timeZone && (
            <Box sx={{ color: 'var(--muted)' }}>{windowText(promotion, promotion.timeZone)}</Box>
          )}
        </Card>
      ))}
    </Box>
  );
}
