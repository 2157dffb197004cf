import type { StaffPackage } from '@coinwarden/contracts';
import { PACKAGE_TIERS, type PackageTier } from '@coinwarden/domain';
import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { wholeOf } from '../../i18n/amount-text';
import { useFormat } from '../../i18n/use-format';

/** What a package holds, as it is typed. */
export interface ContentsDraft {
  readonly name: string;
  readonly tier: PackageTier;
  readonly coins: string;
  readonly bonusCoins: string;
  readonly position: string;
}

export const NO_CONTENTS: ContentsDraft = {
  name: '',
  tier: 'small',
  coins: '',
  bonusCoins: '0',
  position: '',
};

export const draftOf = (pack: StaffPackage): ContentsDraft => ({
  name: pack.name,
  tier: pack.tier,
  coins: String(pack.coins),
  bonusCoins: String(pack.bonusCoins),
  position: String(pack.position),
});

/** As it is sent; null while something is missing or no number. */
export function contentsOf({ name, tier, coins, bonusCoins, position }: ContentsDraft) {
  const numbers = {
    coins: wholeOf(coins),
    bonusCoins: wholeOf(bonusCoins),
    position: wholeOf(position),
  };
  if (name.trim() === '' || !numbers.coins || numbers.bonusCoins === null || numbers.position === null)
    return null;
  return { name: name.trim(), tier, ...numbers };
}

interface PackageFieldsProps {
  draft: ContentsDraft;
  fields: Readonly<Record<string, string>>;
  autoFocus?: boolean;
  onChange: (changes: Partial<ContentsDraft>) => void;
}

export function PackageFields({ draft, fields, autoFocus = false, onChange }: PackageFieldsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (field: string) => translate(`resources.packages.fields.${field}`);
  const whole = (field: 'coins' | 'bonusCoins' | 'position', hint?: string) => {
    const isWrong = draft[field].trim() !== '' && wholeOf(draft[field]) === null;
    return (
      <TextField
        label={label(field)}
        value={draft[field]}
        onChange={({ target }) => onChange({ [field]: target.value })}
        error={isWrong || fields[field] !== undefined}
        helperText={fields[field] ?? (isWrong ? translate('package.not_a_number') : hint)}
        required
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
      />
    );
  };
  const all = (wholeOf(draft.coins) ?? 0) + (wholeOf(draft.bonusCoins) ?? 0);
  return (
    <>
      <TextField
        label={label('name')}
        value={draft.name}
        onChange={({ target }) => onChange({ name: target.value })}
        error={fields['name'] !== undefined}
        helperText={fields['name'] ?? translate('package.name_hint')}
        autoFocus={autoFocus}
        required
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        {whole('coins', translate('package.coins_hint'))}
        {whole(
          'bonusCoins',
          translate('package.bonus_hint', { smart_count: all, count: format.number(all) }),
        )}
        <TextField
          select
          label={label('tier')}
          value={draft.tier}
          onChange={({ target }) => onChange({ tier: target.value as PackageTier })}
        >
          {PACKAGE_TIERS.map((tier) => (
            <MenuItem key={tier} value={tier}>
              {translate(`tier.${tier}`)}
            </MenuItem>
          ))}
        </TextField>
        {whole('position', translate('package.position_hint'))}
      </Box>
    </>
  );
}
