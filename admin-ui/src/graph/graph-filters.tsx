import { LINK_KINDS, type LinkKind } from '@coinwarden/contracts';
import { Box, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';

export interface GraphFilter {
  readonly kinds: readonly LinkKind[];
  readonly hops: number;
  /** Zero for all there ever was. */
  readonly days: number;
  readonly minCoins: number;
}

export const EVERY_LINK: GraphFilter = { kinds: LINK_KINDS, hops: 1, days: 0, minCoins: 0 };

const HOPS = [1, 2, 3];
const DAYS = [0, 7, 30, 90];
const COINS = [0, 100, 1_000, 10_000];

interface GraphFiltersProps {
  value: GraphFilter;
  onChange: (value: GraphFilter) => void;
}

/** Along what, how far, since when and from which amount. */
export function GraphFilters({ value, onChange }: GraphFiltersProps) {
  const translate = useTranslate();
  const format = useFormat();
  const choice = (
    field: 'hops' | 'days' | 'minCoins',
    choices: readonly number[],
    text: (n: number) => string,
  ) => (
    <TextField
      select
      label={translate(`graph.filter.${field}`)}
      value={value[field]}
      onChange={(event) => onChange({ ...value, [field]: Number(event.target.value) })}
      sx={{ minWidth: 118 }}
    >
      {choices.map((option) => (
        <MenuItem key={option} value={option}>
          {text(option)}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '12px 8px', marginBottom: 1.5, alignItems: 'center' }}>
      <ToggleButtonGroup
        size="small"
        value={value.kinds}
        onChange={(_, kinds: LinkKind[]) => kinds.length > 0 && onChange({ ...value, kinds })}
        aria-label={translate('graph.filter.kinds')}
        sx={{ flexWrap: 'wrap', '& .MuiToggleButton-root': { textTransform: 'none', paddingY: 0.5 } }}
      >
        {LINK_KINDS.map((kind) => (
          <ToggleButton key={kind} value={kind}>
            {translate(`link_kind.${kind}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {choice('hops', HOPS, (hops) => translate('graph.hops', { smart_count: hops }))}
      {choice('days', DAYS, (days) =>
        days === 0 ? translate('graph.ever') : translate('graph.days', { smart_count: days }),
      )}
      {choice('minCoins', COINS, (coins) => (coins === 0 ? translate('list.any') : format.number(coins)))}
    </Box>
  );
}
