import type { PromotionResults, StaffPromotion } from '@coinwarden/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Count, Money } from '../../../display/amounts';
import { RecordTable } from '../../../display/record-table';
import { Section } from '../../../display/section';
import { useFormat } from '../../../i18n/use-format';

interface UpliftProps {
  promotion: StaffPromotion;
  results: PromotionResults;
}

/** Whether more was spent because of it: those who could use it beside those who were held out. */
export function Uplift({ promotion, results: { uplift } }: UpliftProps) {
  const translate = useTranslate();
  const format = useFormat();
  const words = (key: string, values = {}) => translate(`promotion.uplift.${key}`, values);
  const signed = (value: number) => format.signedPercent(value / 100);
  const said = () => {
    if (uplift === null) return words(promotion.holdoutPercent === 0 ? 'no_group' : 'reads_purchases');
    const { percent, low, high } = uplift;
    if (percent === null) return words('nobody_bought');
    if (low === null || high === null) return words('point', { percent: signed(percent) });
    const sure = low > 0 ? 'more' : high < 0 ? 'less' : 'unsure';
    return words(sure, { percent: signed(percent), low: signed(low), high: signed(high) });
  };
  return (
    <Section title={words('title')} hint={words('hint')}>
      <Typography variant="body2" data-testid="uplift" sx={{ marginBottom: 1 }}>
        {said()}
      </Typography>
      {uplift && (
        <RecordTable
          label={words('title')}
          rows={[
            { key: 'offered', ...uplift.offered },
            { key: 'held_out', ...uplift.heldOut },
          ]}
          rowKey={({ key }) => key}
          empty="–"
          columns={[
            { label: words('group'), value: ({ key }) => words(key) },
            { label: words('accounts'), numeric: true, value: ({ accounts }) => <Count value={accounts} /> },
            { label: words('buyers'), numeric: true, value: ({ buyers }) => <Count value={buyers} /> },
            {
              label: words('purchases'),
              numeric: true,
              foldsBelow: 520,
              value: ({ purchases }) => <Count value={purchases} />,
            },
            {
              label: words('per_account'),
              numeric: true,
              value: ({ usdMinorPerAccount }) => (
                <Money value={{ amountMinor: usdMinorPerAccount, currency: 'USD' }} />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
