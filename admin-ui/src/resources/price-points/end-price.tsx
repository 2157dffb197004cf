import type { StaffPricePoint } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { isWhole, MomentChoice, NO_MOMENT } from '../../i18n/moment-choice';
import { useFormat } from '../../i18n/use-format';
import { usePlaceText } from './price-words';

/** Ends a price at once or later; one that has not begun is taken back. */
export function EndPrice({ point, onClose }: { point: StaffPricePoint; onClose: () => void }) {
  const [at, setAt] = useState(NO_MOMENT);
  const translate = useTranslate();
  const format = useFormat();
  const { placeText } = usePlaceText();
  const { act, busy, problem, fields } = useAct({ done: 'price_point.end.done', onDone: onClose });
  const scheduled = point.state === 'scheduled';
  const end = (reason: string) =>
    act(
      { resource: 'price-points', id: point.id, action: 'end' },
      { reason, ...(at.at !== null && { at: at.at }) },
    );
  return (
    <ActionDialog
      open
      title={translate('price_point.end.title', {
        price: format.money(point.price),
        place: placeText(point.price.currency, point.region),
      })}
      confirmLabel={translate(scheduled ? 'price_point.end.take_back' : 'price_point.end.button')}
      tone="error"
      reason="required"
      reasonLength={AT_LENGTH}
      ready={isWhole(at)}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={end}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{translate(scheduled ? 'price_point.end.effect_scheduled' : 'price_point.end.effect')}</span>
        {!scheduled && (
          <MomentChoice
            label={translate('price_point.ends')}
            kind="stop"
            value={at}
            error={fields['at']}
            onChange={setAt}
          />
        )}
      </Box>
    </ActionDialog>
  );
}
