import type { RuleContent } from '@coinwarden/contracts';
import { RULE_EFFECTS, RULE_GROUPS, RULE_MODES, TRANSACTION_KINDS } from '@coinwarden/domain';
import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

interface RuleFieldsProps {
  draft: RuleContent;
  /** A rule keeps its key: it says that it is the same one in every version. */
  fixedKey: boolean;
  readOnly: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (changes: Partial<RuleContent>) => void;
}

/** Everything of a rule but its condition. */
export function RuleFields({ draft, fixedKey, readOnly, errors, onChange }: RuleFieldsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const hints: Partial<Record<keyof RuleContent, string>> = {
    key: translate('rule_editor.fields.key_hint'),
    kinds: translate('rule_editor.fields.kinds_hint'),
    reasonCode: translate('rule_editor.fields.reasonCode_hint'),
  };
  const field = (name: keyof RuleContent) => ({
    label: translate(`rule_editor.fields.${name}`),
    error: errors[name] !== undefined,
    helperText: errors[name] ?? hints[name],
    disabled: readOnly,
    fullWidth: true,
  });
  const text = (name: 'key' | 'description' | 'reasonCode' | 'message') => ({
    ...field(name),
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  const choice = <Name extends 'group' | 'effect' | 'mode'>(name: Name) => ({
    ...field(name),
    select: true as const,
    value: draft[name],
    onChange: (event: { target: { value: string } }) =>
      onChange({ [name]: event.target.value as RuleContent[Name] }),
  });
  const options = (values: readonly string[], words: string) =>
    values.map((value) => (
      <MenuItem key={value} value={value}>
        {translate(`${words}.${value}`, { _: value })}
      </MenuItem>
    ));
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        paddingTop: 1,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <TextField {...text('key')} disabled={fixedKey || readOnly} />
      <TextField {...choice('group')}>{options(RULE_GROUPS, 'rule_group')}</TextField>
      <TextField {...text('description')} multiline sx={{ gridColumn: '1 / -1' }} />
      <TextField
        {...field('kinds')}
        select
        value={draft.kinds ?? []}
        slotProps={{
          inputLabel: { shrink: true },
          select: {
            multiple: true,
            displayEmpty: true,
            renderValue: () =>
              draft.kinds === null
                ? translate('rule.every_kind')
                : format.list(draft.kinds.map((kind) => translate(`kind.${kind}`))),
          },
        }}
        onChange={(event) => {
          const kinds = event.target.value as unknown as NonNullable<RuleContent['kinds']>;
          onChange({ kinds: kinds.length === 0 ? null : kinds });
        }}
      >
        {options(TRANSACTION_KINDS, 'kind')}
      </TextField>
      <TextField {...choice('mode')}>{options(RULE_MODES, 'rule_mode')}</TextField>
      <TextField {...choice('effect')}>{options(RULE_EFFECTS, 'effect')}</TextField>
      <TextField
        {...field('score')}
        type="number"
        value={Number.isNaN(draft.score) ? '' : draft.score}
        onChange={(event) => onChange({ score: Number.parseInt(event.target.value, 10) })}
      />
      <TextField {...text('reasonCode')} />
      <TextField {...text('message')} />
    </Box>
  );
}
