import type { StaffPackage, StaffPackageVersion, StaffPricePoint } from '@coinwarden/contracts';
import { Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import { EditPackage } from './edit-package';
import { PackageStatusTag, useSaleText } from './package-words';
import { RetirePackage } from './retire-package';
import { SellPackage } from './sell-package';

interface PackageHeaderProps {
  pack: StaffPackage;
  waiting: readonly StaffPackageVersion[];
  prices: readonly StaffPricePoint[];
}

type Action = StaffPackage['allowedActions'][number];

/** What it is and when it is sold, in plain words, and what may be done. */
export function PackageHeader({ pack, waiting, prices }: PackageHeaderProps) {
  const [asked, setAsked] = useState<Action | null>(null);
  const translate = useTranslate();
  const format = useFormat();
  const saleText = useSaleText();
  const close = () => setAsked(null);
  const open = pack.status === 'on_sale' || pack.status === 'scheduled';
  const sell = pack.status === 'on_sale' ? 'end' : pack.status === 'scheduled' ? 'move' : 'start';
  const button = (action: Action, text: string, look: object) =>
    pack.allowedActions.includes(action) && (
      <Button onClick={() => setAsked(action)} {...look}>
        {text}
      </Button>
    );
  return (
    <Card sx={{ padding: '14px 16px', display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 220 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
          <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            {pack.name}
          </Typography>
          <PackageStatusTag value={pack.status} />
        </Box>
        <Typography variant="body2" sx={{ marginTop: 0.5 }}>
          {translate('package.holds', {
            smart_count: pack.coins,
            coins: format.number(pack.coins),
          })}
          {pack.bonusCoins > 0 &&
            ` ${translate('package.holds_bonus', { bonus: format.number(pack.bonusCoins) })}`}
        </Typography>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {saleText(pack)}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {button('retire', translate('package.retire.open'), { color: 'error' })}
        {button('edit', translate('package.edit.open'), { variant: 'outlined' })}
        {button('sell', translate(`package.sell.open_${sell}`), { variant: open ? 'outlined' : 'contained' })}
      </Box>
      {asked === 'edit' && <EditPackage pack={pack} waiting={waiting} onClose={close} />}
      {asked === 'sell' && <SellPackage pack={pack} prices={prices} onClose={close} />}
      {asked === 'retire' && <RetirePackage pack={pack} onClose={close} />}
    </Card>
  );
}
