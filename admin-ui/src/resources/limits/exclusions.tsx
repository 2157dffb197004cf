import type { SpendingAnswer, StaffExclusion } from '@coinwarden/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useWrite } from '../../actions/use-write';
import { ChangedBy } from '../../display/changed-by';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { AccountLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { MomentField } from '../../i18n/moment-field';
import { useFormat } from '../../i18n/use-format';
import { sendJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';

const MANY = 100;

/** When the account excluded itself, until when, and who may do that for a customer who asks. */
export function AccountExclusions({ answer }: { answer: SpendingAnswer }) {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  const may = useMay('limit.write') && answer.status !== 'closed';
  const { data = [], error, refetch } = useExclusions({ accountId: answer.accountId });
  return (
    <Section
      title={translate('exclusion.title')}
      hint={translate('exclusion.hint')}
      flush
      action={
        may && (
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {translate(answer.excludedUntil ? 'exclusion.lengthen' : 'exclusion.open')}
          </Button>
        )
      }
    >
      {error ? <ErrorState error={error} onRetry={refetch} /> : <ExclusionTable rows={data} />}
      {open && <ExcludeDialog answer={answer} onClose={() => setOpen(false)} />}
    </Section>
  );
}

/** Everybody who is excluded now, the longest first. */
export function ExcludedNow() {
  const translate = useTranslate();
  const { data = [], error, refetch } = useExclusions({ current: true });
  return (
    <Section title={translate('exclusion.now')} hint={translate('exclusion.hint')} flush>
      {error ? <ErrorState error={error} onRetry={refetch} /> : <ExclusionTable rows={data} withAccount />}
    </Section>
  );
}

const useExclusions = (filter: object) =>
  useGetList<StaffExclusion>('exclusions', {
    filter,
    sort: { field: 'until', order: 'DESC' },
    pagination: { page: 1, perPage: MANY },
  });

interface ExclusionTableProps {
  rows: readonly StaffExclusion[];
  withAccount?: boolean;
}

function ExclusionTable({ rows, withAccount = false }: ExclusionTableProps) {
  const translate = useTranslate();
  const columns: Column<StaffExclusion>[] = [
    ...(withAccount
      ? [
          {
            label: translate('resources.accounts.fields.id'),
            value: (e: StaffExclusion) => (
              <TwoLines below={e.displayName}>
                <AccountLink id={e.accountId} />
              </TwoLines>
            ),
          },
        ]
      : []),
    { label: translate('exclusion.until'), value: (e) => <Instant value={e.until} form="full" /> },
    ...(withAccount
      ? []
      : [
          {
            label: translate('override.state'),
            foldsBelow: 420,
            value: (e: StaffExclusion) => (
              <Tag tone={e.current ? 'info' : 'neutral'} quiet={!e.current}>
                {translate(e.current ? 'exclusion.lasts' : 'exclusion.over')}
              </Tag>
            ),
          },
        ]),
    {
      label: translate('limit_policy.set_by'),
      foldsBelow: 560,
      value: (e) =>
        e.askedAt ? (
          <ChangedBy by={e.askedBy ?? translate('spending.origin.customer')} at={e.askedAt} why={e.reason} />
        ) : (
          '–'
        ),
    },
  ];
  return (
    <RecordTable
      label={translate(withAccount ? 'exclusion.now' : 'exclusion.title')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={translate(withAccount ? 'exclusion.none_now' : 'exclusion.none')}
      columns={columns}
    />
  );
}

/** Nobody can take it back, so the dialog says so before anything else. */
function ExcludeDialog({ answer, onClose }: { answer: SpendingAnswer; onClose: () => void }) {
  const { accountId, displayName, excludedUntil } = answer;
  const [until, setUntil] = useState<string | null>(null);
  const translate = useTranslate();
  const format = useFormat();
  const { write, busy, problem, fields } = useWrite({ done: 'exclusion.done', onDone: onClose });
  const shorter = excludedUntil !== null && until !== null && Date.parse(until) <= Date.parse(excludedUntil);
  const error = shorter ? translate('exclusion.not_shorter') : fields['until'];
  return (
    <ActionDialog
      open
      title={translate('exclusion.dialog_title', { account: displayName ?? accountId })}
      confirmLabel={translate(excludedUntil ? 'exclusion.lengthen' : 'exclusion.open')}
      tone="warning"
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={until !== null && !shorter}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        write(() =>
          sendJson('POST', `accounts/${encodeURIComponent(accountId)}/exclusions`, { until, reason }),
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Alert severity="warning">{translate('exclusion.effect')}</Alert>
        {excludedUntil && (
          <span>{translate('exclusion.now_until', { until: format.timeWithOffset(excludedUntil) })}</span>
        )}
        <MomentField
          label={translate('exclusion.until')}
          value={until}
          hint={translate('moment.choose')}
          error={error}
          onChange={setUntil}
        />
      </Box>
    </ActionDialog>
  );
}
