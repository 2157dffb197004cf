import type { CostComparisonView } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../../display/facts';
import { useFormat } from '../../i18n/use-format';
import { PolicyVersionLink } from '../../money-back/policy-version-link';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

/** What a refund now costs beside what waiting is likely to cost, and every number that goes into it. */
export function CostComparison({ comparison }: { comparison: CostComparisonView }) {
  const translate = useTranslate();
  const format = useFormat();
  const { refundUsdMinor, waitUsdMinor, becomesDisputePermille, winPermille } = comparison;
  const most = Math.max(refundUsdMinor, waitUsdMinor, 1);
  const sides = [
    ['refund', refundUsdMinor],
    ['wait', waitUsdMinor],
  ] as const;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 550 }}>
        {translate(`comparison.verdict.${comparison.verdict}`)}
      </Typography>
      {sides.map(([side, minor]) => (
        <Box key={side}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '0.8125rem' }}>
            <span>{translate(`comparison.${side}`)}</span>
            <strong className="tabular">{format.money(usd(minor))}</strong>
          </Box>
          <Box sx={{ height: 6, borderRadius: 3, backgroundColor: 'var(--neutral-soft)', marginTop: 0.5 }}>
            <Box
              sx={{
                height: 6,
                borderRadius: 3,
                width: `${(100 * minor) / most}%`,
                backgroundColor: comparison.cheaper === side ? 'var(--positive)' : 'var(--border-strong)',
              }}
            />
          </Box>
        </Box>
      ))}
      <Facts
        items={[
          [translate('comparison.amount'), format.money(usd(comparison.amountUsdMinor))],
          [translate('comparison.becomes'), format.percent(becomesDisputePermille / 1_000)],
          [translate('comparison.wins'), format.percent(winPermille / 1_000)],
          [translate('comparison.per_dispute'), format.money(usd(comparison.perDisputeUsdMinor))],
          [translate('comparison.spent'), format.percent(comparison.spentPermille / 1_000)],
          [
            translate('comparison.gone'),
            translate('comparison.gone_by', {
              now: format.money(usd(comparison.writeOffNowUsdMinor)),
              later: format.money(usd(comparison.writeOffLaterUsdMinor)),
            }),
          ],
          [
            translate('comparison.policy'),
            <PolicyVersionLink key="policy" kind="dispute" version={comparison.policyVersion}>
              {translate('comparison.version', { version: comparison.policyVersion })}
            </PolicyVersionLink>,
          ],
        ]}
      />
    </Box>
  );
}
