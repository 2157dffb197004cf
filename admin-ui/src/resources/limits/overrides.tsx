import type { SpendingAnswer, StaffLimitOverride } from '@coinwarden/contracts';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { ChangedBy } from '../../display/changed-by';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { AccountLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { useMay } from '../../providers/use-may';
import { useLimitText } from './limit-words';
import { OverrideDialog } from './override-dialog';

const MANY = 100;
const TONES = { in_force: 'info', expired: 'neutral', ended: 'neutral' } as const;

/** What staff set for the account, in force and before, and how a lead sets another. */
export function AccountOverrides({ answer }: { answer: SpendingAnswer }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  const may = useMay('limit.enforce') && answer.status !== 'closed';
  const { data = [], error, refetch } = useOverrides({ accountId: answer.accountId });
  return (
    <Section
      title={translate('override.title')}
      hint={translate('override.hint')}
      flush
      action={
        may && (
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {translate('override.set.open')}
          </Button>
        )
      }
    >
      {error ? <ErrorState error={error} onRetry={refetch} /> : <OverrideTable rows={data} />}
      {open && (
        <OverrideDialog
          answer={answer}
          standing={data.filter(({ state }) => state === 'in_force')}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}

/** All that are in force, whichever account they are for. */
export function OverridesInForce() {
  const translate = useTranslate();
  const { data = [], error, refetch } = useOverrides({ state: 'in_force' });
  return (
    <Section title={translate('override.in_force')} hint={translate('override.in_force_hint')} flush>
      {error ? <ErrorState error={error} onRetry={refetch} /> : <OverrideTable rows={data} withAccount />}
    </Section>
  );
}

const useOverrides = (filter: object) =>
  useGetList<StaffLimitOverride>('limit-overrides', {
    filter,
    sort: { field: 'effectiveFrom', order: 'DESC' },
    pagination: { page: 1, perPage: MANY },
  });

interface OverrideTableProps {
  rows: readonly StaffLimitOverride[];
  withAccount?: boolean;
}

function OverrideTable({ rows, withAccount = false }: OverrideTableProps) {
  const [ended, setEnded] = useState<StaffLimitOverride | null>(null);
  const translate = useTranslate();
  const { amountText, measureText } = useLimitText();
  const columns: Column<StaffLimitOverride>[] = [
    ...(withAccount
      ? [
          {
            label: translate('resources.accounts.fields.id'),
            value: (o: StaffLimitOverride) => <AccountLink id={o.accountId} />,
          },
        ]
      : []),
    {
      label: translate('override.what'),
      value: (o) => (
        <TwoLines below={translate(`override.is_${o.kind}`)}>
          {measureText(o)}: {amountText(o)}
        </TwoLines>
      ),
    },
    {
      label: translate('override.until'),
      foldsBelow: 460,
      value: (o) =>
        o.effectiveUntil ? <Instant value={o.effectiveUntil} form="full" /> : translate('moment.never'),
    },
    {
      label: translate('override.state'),
      foldsBelow: 560,
      value: (o) => (
        <TwoLines below={o.endedBy && `${o.endedBy}: ${o.endReason}`}>
          <Tag tone={TONES[o.state]} quiet={o.state !== 'in_force'}>
            {translate(`override.state_${o.state}`)}
          </Tag>
        </TwoLines>
      ),
    },
    {
      label: translate('limit_policy.set_by'),
      foldsBelow: 680,
      value: (o) => <ChangedBy by={o.createdBy} at={o.effectiveFrom} why={o.reason} />,
    },
  ];
  if (rows.some(({ allowedActions }) => allowedActions.includes('end')))
    columns.push({
      label: translate('price_point.actions'),
      value: (o) =>
        o.allowedActions.includes('end') && (
          <Button
            size="small"
            onClick={() => setEnded(o)}
            aria-label={translate('override.end.of', { what: measureText(o) })}
          >
            {translate('override.end.button')}
          </Button>
        ),
    });
  return (
    <>
      <RecordTable
        label={translate('override.title')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={translate('override.none')}
        columns={columns}
      />
      {ended && <EndOverride override={ended} onClose={() => setEnded(null)} />}
    </>
  );
}

function EndOverride({ override, onClose }: { override: StaffLimitOverride; onClose: () => void }) {
  const translate = useTranslate();
  const { amountText, measureText } = useLimitText();
  const { act, busy, problem } = useAct({ done: 'override.end.done', onDone: onClose });
  return (
    <ActionDialog
      open
      title={translate('override.end.title', { limit: amountText(override), what: measureText(override) })}
      confirmLabel={translate('override.end.button')}
      tone="warning"
      reason="required"
      reasonLength={AT_LENGTH}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => act({ resource: 'limit-overrides', id: override.id, action: 'end' }, { reason })}
    >
      {translate(`override.end.effect_${override.kind}`)}
    </ActionDialog>
  );
}
