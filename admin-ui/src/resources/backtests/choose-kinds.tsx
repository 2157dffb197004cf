import { TRANSACTION_KINDS, type TransactionKind } from '@coinwarden/domain';
import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface ChooseKindsProps {
  label: string;
  value: readonly TransactionKind[];
  onChange: (kinds: readonly TransactionKind[]) => void;
}

/** None chosen means all of them. */
export function ChooseKinds({ label, value, onChange }: ChooseKindsProps) {
  const translate = useTranslate();
  const text = (kind: TransactionKind) => translate(`kind.${kind}`);
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as unknown as TransactionKind[])}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: () => (value.length === 0 ? translate('rule.every_kind') : value.map(text).join(', ')),
        },
      }}
    >
      {TRANSACTION_KINDS.map((kind) => (
        <MenuItem key={kind} value={kind}>
          {text(kind)}
        </MenuItem>
      ))}
    </TextField>
  );
}
