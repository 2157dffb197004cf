import { InputAdornment, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PromotionDraft } from './promotion-draft';

/** What every section of the builder is handed. */
export interface DraftProps {
  draft: PromotionDraft;
  /** What is wrong with a field, in the reader's language. */
  errors: Readonly<Record<string, string>>;
  onChange: (changes: Partial<PromotionDraft>) => void;
}

type TextName = {
  [Name in keyof PromotionDraft]: PromotionDraft[Name] extends string ? Name : never;
}[keyof PromotionDraft];

interface DraftFieldProps extends DraftProps {
  name: TextName;
  kind?: 'text' | 'whole' | 'time';
  unit?: string;
  /** Off where the label says it all. */
  hinted?: boolean;
  maxLength?: number;
  required?: boolean;
  autoFocus?: boolean;
}

/** One field of the builder, by its name in the catalogue. */
export function DraftField(props: DraftFieldProps) {
  const { draft, errors, onChange, name, kind = 'text', unit, hinted = true, maxLength = 200 } = props;
  const translate = useTranslate();
  const error = errors[name];
  return (
    <TextField
      type={kind === 'time' ? 'datetime-local' : 'text'}
      label={translate(`promotion.field.${name}`)}
      value={draft[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
      error={error !== undefined}
      helperText={error ?? (hinted ? translate(`promotion.hint.${name}`) : undefined)}
      required={props.required ?? false}
      autoFocus={props.autoFocus ?? false}
      slotProps={{
        htmlInput: {
          maxLength,
          autoComplete: 'off',
          ...(kind === 'whole' && { inputMode: 'numeric' }),
        },
        ...(kind === 'time' && { inputLabel: { shrink: true } }),
        ...(unit && { input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } }),
      }}
    />
  );
}
