import { PROMOTION_EFFECTS } from '@coinwarden/domain';
import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DraftField, type DraftProps } from './draft-field';
import { FormSection } from './form-section';
import { idOf } from './promotion-draft';

interface WhatSectionProps extends DraftProps {
  /** A promotion keeps its id. */
  fixedId: boolean;
}

/** What it is called, and what a buyer gets. */
export function WhatSection({ fixedId, ...props }: WhatSectionProps) {
  const { draft, errors, onChange } = props;
  const translate = useTranslate();
  const id = errors['promotionId'];
  return (
    <FormSection name="what">
      <DraftField {...props} name="name" required autoFocus={!fixedId} />
      <TextField
        label={translate('promotion.field.promotionId')}
        value={idOf(draft)}
        onChange={({ target }) => onChange({ promotionId: target.value })}
        error={id !== undefined}
        helperText={id ?? translate(fixedId ? 'promotion.hint.fixed_id' : 'promotion.hint.promotionId')}
        disabled={fixedId}
        required
        slotProps={{ htmlInput: { maxLength: 128, spellCheck: false, autoComplete: 'off' } }}
      />
      <TextField
        select
        label={translate('promotion.field.effect')}
        value={draft.effect}
        onChange={({ target }) => onChange({ effect: target.value as (typeof PROMOTION_EFFECTS)[number] })}
        helperText={translate(`promotion.effect_hint.${draft.effect}`)}
      >
        {PROMOTION_EFFECTS.map((effect) => (
          <MenuItem key={effect} value={effect}>
            {translate(`promotion_effect.${effect}`)}
          </MenuItem>
        ))}
      </TextField>
      <DraftField
        {...props}
        name="value"
        kind="whole"
        unit={draft.effect === 'bonus_coins' ? translate('promotion.unit.coins') : '%'}
        hinted={false}
        required
      />
    </FormSection>
  );
}
