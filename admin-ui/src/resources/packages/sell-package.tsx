import type { StaffPackage, StaffPricePoint } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { isWhole, MomentChoice, momentOf, NO_MOMENT } from '../../i18n/moment-choice';

interface SellPackageProps {
  pack: StaffPackage;
  /** What it costs, now and later. */
  prices: readonly StaffPricePoint[];
  onClose: () => void;
}

const holdsAt = (prices: readonly StaffPricePoint[], at: number) =>
  prices.some(
    ({ validFrom, validUntil }) =>
      Date.parse(validFrom) <= at && (validUntil === null || at < Date.parse(validUntil)),
  );

/** Puts a package on sale, now or later; where it is on sale already, says when that ends. */
export function SellPackage({ pack, prices, onClose }: SellPackageProps) {
  const onSale = pack.status === 'on_sale';
  const scheduled = pack.status === 'scheduled';
  const [from, setFrom] = useState(scheduled ? momentOf(pack.saleFrom) : NO_MOMENT);
  const [until, setUntil] = useState(onSale || scheduled ? momentOf(pack.saleUntil) : NO_MOMENT);
  const translate = useTranslate();
  const { act, busy, problem, fields } = useAct({ done: 'package.sell.done', onDone: onClose });
  const words = (key: string) => translate(`package.sell.${onSale ? 'end' : 'start'}.${key}`, pack);
  const unpriced = !onSale && !holdsAt(prices, from.at === null ? Date.now() : Date.parse(from.at));
  return (
    <ActionDialog
      open
      title={words('title')}
      confirmLabel={words('button')}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={isWhole(from) && isWhole(until) && !unpriced}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'packages', id: pack.id, action: 'sell' },
          { ...(!onSale && from.at !== null && { from: from.at }), until: until.at, reason },
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{words('effect')}</span>
        {!onSale && (
          <MomentChoice
            label={translate('package.sell.begins')}
            kind="begin"
            value={from}
            error={fields['from']}
            onChange={setFrom}
          />
        )}
        <MomentChoice
          label={translate('package.sell.ends')}
          kind="end"
          value={until}
          error={fields['until']}
          after={from.at}
          onChange={setUntil}
        />
        {unpriced && <Alert severity="warning">{translate('package.sell.unpriced')}</Alert>}
      </Box>
    </ActionDialog>
  );
}
