import type { RefundBulkPreview } from '@coinwarden/contracts';
import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { type Fact, Facts } from '../../display/facts';
import { useFormat } from '../../i18n/use-format';
import { RefundOutcomeTag } from '../refunds/refund-words';
import { useRefundWords } from '../refunds/use-refund-words';
import { Sums } from './bulk-words';

/** What would come of it: how much, for whom, what the policy says to each, and what cannot be refunded and why. */
export function BulkPreviewView({ preview }: { preview: RefundBulkPreview }) {
  const { refusalText } = useRefundWords();
  const translate = useTranslate();
  const format = useFormat();
  const fact = (key: string, value: Fact[1]): Fact => [translate(`refund_bulk.preview.${key}`), value];
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Facts
        items={[
          fact('money', <Sums key="money" money={preview.money} />),
          fact(
            'refundable',
            translate('refund_bulk.of', {
              some: format.number(preview.refundable),
              all: format.number(preview.purchases),
            }),
          ),
          fact('accounts', format.number(preview.accounts)),
          fact('coins', <Coins key="coins" value={preview.coins} />),
          fact('unspent', <Coins key="unspent" value={preview.unspentCoins} />),
        ]}
      />
      {preview.outcomes.length > 0 && (
        <Counted title={translate('refund_bulk.preview.outcomes')}>
          {preview.outcomes.map(({ outcome, count }) => (
            <Counts key={outcome} count={count}>
              <RefundOutcomeTag value={outcome} />
            </Counts>
          ))}
        </Counted>
      )}
      {preview.refusals.length > 0 && (
        <Counted title={translate('refund_bulk.preview.refusals')}>
          {preview.refusals.map(({ count, ...refusal }) => (
            <Counts key={`${refusal.code}:${refusal.why}`} count={count}>
              {refusalText(refusal)}
            </Counts>
          ))}
        </Counted>
      )}
      {preview.needsSecondPerson && (
        <Alert severity="warning">{translate('refund_bulk.needs_second_person')}</Alert>
      )}
    </Box>
  );
}

const Counted = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <Typography variant="h3" component="h3" sx={{ color: 'var(--muted)', marginBottom: 0.75 }}>
      {title}
    </Typography>
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '5px' }}>
      {children}
    </Box>
  </div>
);

function Counts({ count, children }: { count: number; children: ReactNode }) {
  const format = useFormat();
  return (
    <Box
      component="li"
      sx={{ display: 'flex', justifyContent: 'space-between', gap: 1.5, fontSize: '0.8125rem' }}
    >
      <span>{children}</span>
      <span className="tabular">{format.number(count)}</span>
    </Box>
  );
}
