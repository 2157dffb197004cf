import type { StaffLimitPolicy } from '@coinwarden/contracts';
import {
  AGE_BANDS,
  type AgeBand,
  ANY_COUNTRY,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitWindow,
  POLICY_LAYERS,
  type PolicyLayer,
} from '@coinwarden/domain';
import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type ChosenMoment, isWhole, MomentChoice, NO_MOMENT } from '../../i18n/moment-choice';
import { type AmountDraft, amountOf, LimitAmountField, typedAmount } from '../limits/limit-amount-field';
import { RegionPicker } from '../price-points/place-fields';

/** A policy, as it is typed. */
export interface PolicyDraft extends AmountDraft {
  readonly layer: PolicyLayer;
  readonly country: string;
  readonly ageBand: AgeBand;
  readonly window: LimitWindow;
  readonly source: string;
  readonly from: ChosenMoment;
}

export const draftOf = (policy: StaffLimitPolicy | null, locale: string): PolicyDraft => ({
  layer: policy?.layer ?? 'platform',
  country: policy?.country ?? ANY_COUNTRY,
  ageBand: policy?.ageBand ?? 'unknown',
  measure: policy?.measure ?? 'purchase_money',
  window: policy?.window ?? 'month',
  amount: policy ? typedAmount(policy, locale) : '',
  currency: policy?.currency ?? 'USD',
  source: policy?.source ?? '',
  from: NO_MOMENT,
});

/** As its preview is asked for; null while something is missing. */
export function settingOf({ layer, country, ageBand, window, from, ...draft }: PolicyDraft) {
  const amount = amountOf(draft);
  if (amount === null || !isWhole(from)) return null;
  return {
    layer,
    country,
    ageBand,
    measure: draft.measure,
    window,
    limit: amount.limit,
    ...(amount.currency !== null && { currency: amount.currency }),
    ...(from.at !== null && { effectiveFrom: from.at }),
  };
}

export const needsSource = ({ layer, source }: PolicyDraft): boolean =>
  layer === 'regulator' && source.trim() === '';

interface PolicyFieldsProps {
  draft: PolicyDraft;
  /** Off where a policy is changed: it stays for whom it is. */
  choosesPlace: boolean;
  fields: Readonly<Record<string, string>>;
  onChange: (changes: Partial<PolicyDraft>) => void;
}

export function PolicyFields({ draft, choosesPlace, fields, onChange }: PolicyFieldsProps) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.limit-policies.fields.${field}`);
  return (
    <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
      {choosesPlace && <PolicyPlace draft={draft} fields={fields} onChange={onChange} />}
      <LimitAmountField
        draft={draft}
        label={label('limit')}
        fields={fields}
        autoFocus={!choosesPlace}
        onChange={onChange}
      />
      <TextField
        label={label('source')}
        value={draft.source}
        onChange={({ target }) => onChange({ source: target.value })}
        error={fields['source'] !== undefined}
        helperText={fields['source'] ?? translate(`limit_policy.source_hint.${draft.layer}`)}
        required={draft.layer === 'regulator'}
        multiline
        maxRows={4}
        slotProps={{ htmlInput: { maxLength: 4_000 } }}
      />
      <MomentChoice
        label={translate('limit_policy.begins')}
        kind="begin"
        value={draft.from}
        error={fields['effectiveFrom']}
        onChange={(from) => onChange({ from })}
      />
    </Box>
  );
}

/** For whom, by whom, and what is counted in which time: what a policy keeps through all its versions. */
function PolicyPlace({ draft, fields, onChange }: Omit<PolicyFieldsProps, 'choosesPlace'>) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.limit-policies.fields.${field}`);
  const choice = <Field extends 'layer' | 'ageBand' | 'measure' | 'window'>(
    field: Field,
    choices: readonly PolicyDraft[Field][],
    words: string,
  ) => (
    <TextField
      select
      label={label(field)}
      value={draft[field]}
      onChange={({ target }) => onChange({ [field]: target.value })}
      error={fields[field] !== undefined}
      helperText={fields[field]}
    >
      {choices.map((one) => (
        <MenuItem key={one} value={one}>
          {translate(`${words}.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
      {choice('layer', POLICY_LAYERS, 'layer')}
      {choice('ageBand', AGE_BANDS, 'age_band')}
      <Box sx={{ gridColumn: '1 / -1' }}>
        <RegionPicker
          value={draft.country}
          error={fields['country']}
          words={{ label: label('country'), everywhere: translate('limit_policy.everywhere') }}
          onChange={(country) => onChange({ country })}
        />
      </Box>
      {choice('measure', LIMIT_MEASURES, 'measure')}
      {choice('window', LIMIT_WINDOWS, 'window')}
    </Box>
  );
}
