import type { RuleContent, StaffBacktest, StaffRule } from '@coinwarden/contracts';
import { Alert, Box, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { Title, useGetList, useNotify, useRedirect, useTranslate } from 'react-admin';
import { useLocation, useSearchParams } from 'react-router';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { useTimeZone } from '../../i18n/time-zone';
import { fieldErrorsOf, Refusal, sendJson } from '../../providers/http';
import { ChooseSlice } from './choose-slice';
import { ChooseTarget } from './choose-target';
import {
  type BacktestDraft,
  type DraftRuleset,
  fieldsOfRule,
  isComplete,
  newDraft,
  requestOf,
} from './draft';

/** What other pages hand over: rules nobody has saved yet, all of a version's or one. */
interface HandedOver {
  readonly draft?: DraftRuleset;
  readonly rule?: RuleContent;
}

/** What is tried, on which part of history. `?version=` chooses a stored version, `?rule=` a live rule to start from. */
export default function BacktestNew() {
  const [query] = useSearchParams();
  const handedOver = (useLocation().state as HandedOver | null) ?? {};
  const key = query.get('rule');
  const { data, isPending } = useGetList<StaffRule>(
    'rules',
    { filter: { status: 'live', key }, pagination: { page: 1, perPage: 1 } },
    { enabled: key !== null },
  );
  if (key !== null && isPending) return <PageLoading />;
  const rule = handedOver.rule ?? data?.[0];
  return (
    <BacktestForm unsaved={handedOver.draft ?? null} rule={rule ?? null} version={query.get('version')} />
  );
}

interface BacktestFormProps {
  unsaved: DraftRuleset | null;
  rule: RuleContent | null;
  version: string | null;
}

function BacktestForm({ unsaved, rule, version }: BacktestFormProps) {
  const translate = useTranslate();
  const { timeZone } = useTimeZone();
  const [draft, setDraft] = useState<BacktestDraft>(() => ({
    ...newDraft(Date.now(), timeZone),
    ...(version !== null && { version, name: translate('ruleset.title', { version }) }),
    ...(rule && { ...fieldsOfRule(rule), name: rule.key }),
    type: unsaved ? 'draft' : rule ? 'rule' : 'version',
  }));
  const { submit, busy, problem, fields } = useSubmit();
  const change = (changes: Partial<BacktestDraft>) => setDraft({ ...draft, ...changes });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(requestOf(draft, timeZone, unsaved));
  };
  const error = fields['name'];
  return (
    <form onSubmit={onSubmit}>
      <Title title={translate('backtest.new')} />
      <Panes>
        <Section title={translate('backtest.target.title')} hint={translate('backtest.target.hint')}>
          <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
            <TextField
              label={translate('resources.backtests.fields.name')}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
              required
              error={error !== undefined}
              helperText={error}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
            <ChooseTarget draft={draft} unsaved={unsaved} fields={fields} onChange={change} />
          </Box>
        </Section>
        <Section title={translate('backtest.slice.title')} hint={translate('backtest.slice.hint')}>
          <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
            <ChooseSlice draft={draft} fields={fields} onChange={change} />
            {problem && <Alert severity="error">{problem}</Alert>}
            <Button type="submit" variant="contained" loading={busy} disabled={!isComplete(draft)}>
              {translate('backtest.start')}
            </Button>
          </Box>
        </Section>
      </Panes>
    </form>
  );
}

function useSubmit() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const redirect = useRedirect();
  const notify = useNotify();
  const submit = async (request: object) => {
    setBusy(true);
    setProblem(null);
    setRefusal(null);
    try {
      const { id } = await sendJson<StaffBacktest>('POST', 'backtests', request);
      notify('backtest.started', { type: 'success' });
      redirect(`/backtests/${id}/show`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setRefusal(error instanceof Refusal ? error : null);
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problem, fields: fieldErrorsOf(refusal) };
}
