import type { ClawbackPreview } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Coins, Diamonds } from '../display/amounts';
import { AccountLink } from '../display/text-link';
import { useFormat } from '../i18n/use-format';

type Holder = ClawbackPreview['holders'][number];
type Loss = Pick<ClawbackPreview, 'holders' | 'moreHolders'>;

/** Every account that loses something, the buyer first; negative amounts are given back. */
export function ClawbackHolders({ holders, moreHolders }: Loss) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) auto',
          gap: '6px 12px',
          margin: 0,
          fontSize: '0.8125rem',
          maxHeight: 220,
          overflowY: 'auto',
          '& dt': { minWidth: 0, display: 'flex', flexWrap: 'wrap', columnGap: 0.75, alignItems: 'baseline' },
          '& dt a': { overflowWrap: 'anywhere' },
          '& dd': { margin: 0, textAlign: 'end' },
        }}
      >
        {holders.map((holder) => (
          <Fragment key={`${holder.role}:${holder.accountId}`}>
            <dt>
              <AccountLink id={holder.accountId} />
              <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
                {translate(`clawback.role.${holder.role}`)}
              </Box>
            </dt>
            <dd>
              <LossOf holder={holder} />
            </dd>
          </Fragment>
        ))}
      </Box>
      {moreHolders > 0 && (
        <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
          {translate('clawback.more_holders', {
            smart_count: moreHolders,
            count: format.number(moreHolders),
          })}
        </Typography>
      )}
    </>
  );
}

function LossOf({ holder }: { holder: Holder }) {
  const translate = useTranslate();
  const parts: ReactNode[] = [];
  if (holder.coins !== 0) parts.push(<Coins key="coins" value={holder.coins} />);
  if (holder.diamonds !== 0) parts.push(<Diamonds key="diamonds" value={holder.diamonds} />);
  if (holder.debtCoins !== 0) {
    parts.push(
      <Box component="span" key="debt" sx={{ color: 'var(--negative)', whiteSpace: 'nowrap' }}>
        {translate('clawback.owes')} <Coins value={holder.debtCoins} />
      </Box>,
    );
  }
  if (parts.length === 0) return <Box sx={{ color: 'var(--muted)' }}>{translate('clawback.nothing')}</Box>;
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: three fixed places
    <Fragment key={index}>
      {index > 0 && ' · '}
      {part}
    </Fragment>
  ));
}
