import type { PromotionPreview } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../../../display/tag';
import { useFormat } from '../../../i18n/use-format';

/** The most it can cost, in coins and in what those are worth, and whether that takes a second person. */
export function WorstCase({ preview }: { preview: PromotionPreview }) {
  const translate = useTranslate();
  const format = useFormat();
  const { coins, because, payoutUsdMinor } = preview.worstCase;
  const said =
    coins === null
      ? translate('promotion.worst.no_end')
      : translate('promotion.worst.at_most', { smart_count: coins, coins: format.number(coins) });
  return (
    <Box sx={{ display: 'grid', gap: 0.5, fontSize: '0.8125rem' }}>
      <strong>{said}</strong>
      {payoutUsdMinor !== null && (
        <span>
          {translate('promotion.worst.payout', {
            money: format.money({ amountMinor: payoutUsdMinor, currency: 'USD' }),
          })}
        </span>
      )}
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        {translate(`promotion.worst.${because}`)}
      </Box>
      <span>
        <Tag tone={preview.needsApproval ? 'caution' : 'positive'}>
          {translate(preview.needsApproval ? 'promotion.approval.needed' : 'promotion.approval.not_needed')}
        </Tag>
      </span>
    </Box>
  );
}
