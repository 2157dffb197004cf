import type { SpendingAnswer, StaffLimitOverride } from '@coinwarden/contracts';
import {
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitWindow,
  OVERRIDE_KINDS,
  type OverrideKind,
} from '@coinwarden/domain';
import { Alert, Box, FormControlLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { ConflictAlert } from '../../actions/conflict-alert';
import { useAct } from '../../actions/use-act';
import { useUnsaved } from '../../actions/use-unsaved';
import { isWhole, MomentChoice, momentOf } from '../../i18n/moment-choice';
import { useFormat } from '../../i18n/use-format';
import { type AmountDraft, amountOf, LimitAmountField } from './limit-amount-field';
import { useLimitText } from './limit-words';

interface OverrideDialogProps {
  answer: SpendingAnswer;
  /** Those in force: another on the same thing takes the place of one. */
  standing: readonly StaffLimitOverride[];
  onClose: () => void;
}

const DAY_MS = 86_400_000;

/** Sets a limit of staff for one account, or lifts the platform's, and says what that does and does not do. */
export function OverrideDialog({ answer, standing, onClose }: OverrideDialogProps) {
  const [kind, setKind] = useState<OverrideKind>('lower');
  const [window, setWindow] = useState<LimitWindow>('day');
  const [draft, setDraft] = useState<AmountDraft>({ measure: 'purchase_money', amount: '', currency: 'USD' });
  const [until, setUntil] = useState(() => momentOf(new Date(Date.now() + DAY_MS).toISOString()));
  const [first] = useState(until);
  const translate = useTranslate();
  const refresh = useRefresh();
  const { act, clear, busy, problem, refusal, fields } = useAct({
    done: 'override.set.done',
    onDone: onClose,
  });
  useUnsaved((draft.amount !== '' || until !== first) && !busy);
  const amount = amountOf(draft);
  const conflict = refusal?.code === 'record.conflict';
  const thing = { measure: draft.measure, window };
  const replaced = standing.find((one) => one.measure === thing.measure && one.window === window) ?? null;
  const change = (apply: () => void) => {
    apply();
    clear();
  };
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('override.set.title', { account: answer.displayName ?? answer.accountId })}
      confirmLabel={translate(`override.set.button_${kind}`)}
      tone={kind === 'lift' ? 'warning' : 'primary'}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={amount !== null && isWhole(until) && (kind === 'lower' || until.at !== null) && !conflict}
      busy={busy}
      problem={conflict ? null : problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'accounts', id: answer.accountId, action: 'override_limit' },
          {
            kind,
            ...thing,
            limit: amount?.limit,
            ...(amount?.currency && { currency: amount.currency }),
            until: until.at,
            follows: replaced?.id ?? null,
            reason,
          },
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
        <RadioGroup
          aria-label={translate('override.kind')}
          value={kind}
          onChange={(_, next) => change(() => setKind(next as OverrideKind))}
        >
          {OVERRIDE_KINDS.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio size="small" />}
              label={translate(`override.kind_${one}`)}
            />
          ))}
        </RadioGroup>
        <span>{translate(`override.effect_${kind}`)}</span>
        {fields['kind'] && <Alert severity="error">{translate('override.nothing_to_lift')}</Alert>}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <TextField
            select
            label={translate('override.what')}
            value={draft.measure}
            onChange={({ target }) =>
              change(() =>
                setDraft({ ...draft, measure: target.value as AmountDraft['measure'], amount: '' }),
              )
            }
          >
            {LIMIT_MEASURES.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`measure.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={translate('override.window')}
            value={window}
            onChange={({ target }) => change(() => setWindow(target.value as LimitWindow))}
          >
            {LIMIT_WINDOWS.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`window.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        <LimitAmountField
          draft={draft}
          label={translate('override.limit')}
          fields={fields}
          onChange={(changes) => change(() => setDraft({ ...draft, ...changes }))}
        />
        <MomentChoice
          label={translate('override.until')}
          kind="end"
          value={until}
          error={fields['until']}
          onChange={(next) => change(() => setUntil(next))}
        />
        {kind === 'lift' && until.at === null && (
          <Alert severity="info">{translate('override.lift_needs_end')}</Alert>
        )}
        <BesideIt answer={answer} kind={kind} thing={thing} replaced={replaced} />
        {conflict && (
          <ConflictAlert
            said={translate('override.conflict')}
            onLook={() => {
              clear();
              refresh();
            }}
          />
        )}
      </Box>
    </ActionDialog>
  );
}

interface BesideItProps {
  answer: SpendingAnswer;
  kind: OverrideKind;
  thing: { readonly measure: string; readonly window: string };
  replaced: StaffLimitOverride | null;
}

/** What stands on the same thing already, and goes on to bind whatever staff set. */
function BesideIt({ answer, kind, thing, replaced }: BesideItProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { amountText } = useLimitText();
  const others = answer.limits.filter(
    ({ measure, window, layer }) => measure === thing.measure && window === thing.window && layer !== 'staff',
  );
  const stay = kind === 'lift' ? others.filter(({ layer }) => layer !== 'platform') : others;
  const say = (limits: typeof others) =>
    format.list(limits.map((l) => `${translate(`layer.${l.layer}`)}: ${amountText(l)}`));
  return (
    <>
      {replaced && (
        <Alert severity="info">
          {translate('override.replaces', { limit: amountText(replaced), by: replaced.createdBy })}
        </Alert>
      )}
      {stay.length > 0 && <Alert severity="info">{translate('override.stay', { limits: say(stay) })}</Alert>}
    </>
  );
}
