import type { StaffRule, StaffRuleset } from '@coinwarden/contracts';
import { RULE_EFFECTS, type RuleEffectType } from '@coinwarden/domain';
import { Alert, Box, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { MONO } from '../../theme/theme';
import { ChooseKinds } from './choose-kinds';
import { type BacktestDraft, type DraftRuleset, fieldsOfRule } from './draft';

interface ChooseTargetProps {
  draft: BacktestDraft;
  unsaved: DraftRuleset | null;
  fields: Readonly<Record<string, string>>;
  onChange: (changes: Partial<BacktestDraft>) => void;
}

/** A stored version, one rule in the live version, or what an editor has handed over. */
export function ChooseTarget(props: ChooseTargetProps) {
  const { draft, unsaved, fields, onChange } = props;
  const translate = useTranslate();
  const ways: readonly BacktestDraft['type'][] = unsaved ? ['draft', 'version', 'rule'] : ['version', 'rule'];
  const wrong = Object.entries(fields).filter(
    ([name]) => name.startsWith('target.rules') || name === 'target.reviewScore',
  );
  return (
    <>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={draft.type}
        onChange={(_, next: BacktestDraft['type'] | null) => next && onChange({ type: next })}
        aria-label={translate('backtest.target.title')}
      >
        {ways.map((way) => (
          <ToggleButton key={way} value={way}>
            {translate(`backtest.target.${way}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {draft.type === 'version' && <ChooseVersion {...props} />}
      {draft.type === 'rule' && <WriteRule {...props} />}
      {draft.type === 'draft' && unsaved && (
        <Alert severity={wrong.length > 0 ? 'error' : 'info'}>
          {wrong.length > 0
            ? wrong.map(([name, detail]) => <div key={name}>{detail}</div>)
            : translate('backtest.target.text_draft', { smart_count: unsaved.rules.length })}
        </Alert>
      )}
    </>
  );
}

function ChooseVersion({ draft, fields, onChange }: ChooseTargetProps) {
  const translate = useTranslate();
  const { data = [] } = useGetList<StaffRuleset>('rulesets', {
    sort: { field: 'version', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  });
  const error = fields['target.version'];
  return (
    <TextField
      select
      required
      label={translate('backtest.target.which')}
      value={data.some(({ id }) => id === draft.version) ? draft.version : ''}
      onChange={(event) => onChange({ version: event.target.value })}
      error={error !== undefined}
      helperText={error}
    >
      {data.map((ruleset) => (
        <MenuItem key={ruleset.id} value={ruleset.id}>
          {`${ruleset.version} · ${translate(`ruleset_status.${ruleset.status}`, { _: ruleset.status })} · ${ruleset.comment}`}
        </MenuItem>
      ))}
    </TextField>
  );
}

function WriteRule({ draft, fields, onChange }: ChooseTargetProps) {
  const translate = useTranslate();
  const { data: rules = [] } = useGetList<StaffRule>('rules', {
    filter: { status: 'live' },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const field = (key: 'key' | 'condition' | 'effect' | 'score') => {
    const error = fields[`target.rule.${key}`];
    return {
      label: translate(`backtest.target.${key}`),
      value: draft[key],
      onChange: (event: { target: { value: string } }) => onChange({ [key]: event.target.value }),
      error: error !== undefined,
      helperText: error,
      required: true,
    };
  };
  const start = (key: string) => {
    const rule = rules.find((one) => one.key === key);
    if (rule) onChange(fieldsOfRule(rule));
  };
  return (
    <>
      <TextField
        select
        label={translate('backtest.target.start_from')}
        value=""
        onChange={(event) => start(event.target.value)}
      >
        {rules.map(({ key, description }) => (
          <MenuItem key={key} value={key} title={description}>
            {key}
          </MenuItem>
        ))}
      </TextField>
      <TextField {...field('key')} slotProps={{ htmlInput: { maxLength: 64 } }} />
      <TextField
        {...field('condition')}
        multiline
        minRows={3}
        maxRows={12}
        slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: MONO, fontSize: '0.8125rem' } } }}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}>
        <ChooseKinds
          label={translate('backtest.slice.kinds')}
          value={draft.ruleKinds}
          onChange={(ruleKinds) => onChange({ ruleKinds })}
        />
        <TextField
          select
          {...field('effect')}
          onChange={(event) => onChange({ effect: event.target.value as RuleEffectType })}
        >
          {RULE_EFFECTS.map((effect) => (
            <MenuItem key={effect} value={effect}>
              {translate(`effect.${effect}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField {...field('score')} type="number" />
      </Box>
    </>
  );
}
